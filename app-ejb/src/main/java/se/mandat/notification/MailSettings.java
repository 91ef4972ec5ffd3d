package se.mandat.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/**
 * How this installation sends mail, from the system properties {@code mandat.smtp.*} and {@code mandat.mail.from}.
 * Without a host nothing is mailed.
 */
@ApplicationScoped
class MailSettings {

    private static final int PORT = 25;
    private static final int TIMEOUT_MILLIS = 20_000;

    /** From the greeting over TLS and logging in to "that was all", with some to spare. */
    private static final int TIMES_WAITED_FOR = 15;

    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);

    boolean isOn() {
        return !host().isEmpty();
    }

    String host() {
        return said("mandat.smtp.host");
    }

    int port() {
        return Integer.getInteger("mandat.smtp.port", PORT);
    }

    /** Empty when nobody has to log in to the mail server. */
    String user() {
        return said("mandat.smtp.user");
    }

    String password() {
        return said("mandat.smtp.password");
    }

    /** Whether the mail server must be spoken to in secret. */
    boolean starttls() {
        return Boolean.getBoolean("mandat.smtp.starttls");
    }

    /** How long the mail server is waited for, each time it has to say something. */
    Duration timeout() {
        return Duration.ofMillis(Integer.getInteger("mandat.smtp.timeout", TIMEOUT_MILLIS));
    }

    /** After so long whoever sends a mail must have come to an end: longer than the mail server is ever waited for. */
    Duration longestSending() {
        Duration waiting = timeout().multipliedBy(TIMES_WAITED_FOR);
        return waiting.compareTo(SHORTEST_LEASE) > 0 ? waiting : SHORTEST_LEASE;
    }

    /** {@code Mandat <no-reply@mandat.example>}. */
    String from() {
        String said = said("mandat.mail.from");
        return said.isEmpty() ? "Mandat <no-reply@" + domain() + ">" : said;
    }

    /** The name under which this mail is known for ever, {@code <…@mandat.example>}. */
    String messageId(UUID mail) {
        return "<" + mail + "@" + domain() + ">";
    }

    /** The part of the application's address that names it. */
    private static String domain() {
        String host =
                URI.create(System.getProperty("mandat.url", "http://localhost")).getHost();
        return host == null ? "localhost" : host;
    }

    private static String said(String property) {
        return System.getProperty(property, "").strip();
    }
}
