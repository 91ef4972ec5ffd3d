package se.mandat.notification;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** Hands letters to the mail server of the installation. It is never waited for without end. */
@ApplicationScoped
class MailServer {

    private static final Logger LOG = System.getLogger(MailServer.class.getName());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Mail servers often take no more. */
    private static final int OVER_ONE_CONNECTION = 50;

    @Inject
    private MailSettings settings;

    private Session session;

    @PostConstruct
    void start() {
        session = Session.getInstance(properties());
    }

    /** Mails that go one after another over the same connection; whoever has sent the last one closes it. */
    interface Round extends AutoCloseable {

        /** @throws UndeliveredException when it was not taken, as far as is known */
        void send(Letter letter, LetterWriter.Written written, Instant now) throws UndeliveredException;

        @Override
        void close();
    }

    /** Nobody is spoken to before there is something to send. */
    Round round() {
        return new OverSmtp();
    }

    private final class OverSmtp implements Round {

        private Transport transport;
        private int sent;

        @Override
        public void send(Letter letter, LetterWriter.Written written, Instant now) throws UndeliveredException {
            MimeMessage message;
            Address[] to;
            try {
                to = new Address[] {new InternetAddress(letter.address(), letter.name(), UTF_8)};
                message = message(to, letter, written, now);
            } catch (MessagingException | UnsupportedEncodingException e) {
                throw new UndeliveredException(MailTrouble.UNWRITABLE, e);
            }
            boolean taken = false;
            try {
                connected().sendMessage(message, to);
                taken = true;
            } catch (SendFailedException e) {
                boolean never = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
                throw new UndeliveredException(never ? MailTrouble.NO_SUCH_ADDRESS : MailTrouble.NOT_TAKEN, e);
            } catch (MessagingException e) {
                throw new UndeliveredException(
                        e.getCause() instanceof IOException ? MailTrouble.UNREACHABLE : MailTrouble.NOT_TAKEN, e);
            } finally {
                if (!taken) {
                    close();
                }
            }
        }

        private Transport connected() throws MessagingException, UndeliveredException {
            if (transport != null && (sent == OVER_ONE_CONNECTION || !transport.isConnected())) {
                close();
            }
            if (transport == null) {
                transport = session.getTransport("smtp");
                connect(transport);
            }
            sent++;
            return transport;
        }

        @Override
        public void close() {
            Transport left = transport;
            transport = null;
            sent = 0;
            if (left != null) {
                try {
                    left.close();
                } catch (MessagingException e) {
                    LOG.log(Logger.Level.DEBUG, "The mail server had gone before it was taken leave of", e);
                }
            }
        }
    }

    private void connect(Transport transport) throws MessagingException, UndeliveredException {
        try {
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
        } catch (MessagingException e) {
            if (e.getCause() instanceof IOException) {
                throw UndeliveredException.atTheDoor(e);
            }
            throw e;
        }
    }

    private Properties properties() {
        String millis = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // what the server answers to "that was all" changes nothing any more
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    private MimeMessage message(Address[] to, Letter letter, LetterWriter.Written written, Instant now)
            throws MessagingException {
        MimeMessage message = new Known(session, letter.messageId());
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(written.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        // nobody's automatic answer shall answer a machine
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Precedence", "bulk");
        message.setHeader("Content-Language", letter.language().getLanguage());
        if (letter.urgent()) {
            message.setHeader("Importance", "high");
            message.setHeader("X-Priority", "1");
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(written.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(written.html(), UTF_8, "html");
        // the last is the one that is shown by whoever can
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** A message that keeps its name however often it is sent. */
    private static final class Known extends MimeMessage {

        private final String id;

        Known(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
