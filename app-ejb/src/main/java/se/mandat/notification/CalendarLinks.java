package se.mandat.notification;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.Caller;

/**
 * A person's calendar of what they owe, for programs that cannot log in: whoever knows its link reads it, so it names
 * what is owed and the customer's goal, and never the customer's words. The link is kept as a digest, shown once, and
 * can be revoked.
 */
@Stateless
public class CalendarLinks {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    @Inject
    private CalendarTables tables;

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * What somebody owes by a time.
     *
     * @param concerns what a decision is about, {@code OBJECTION}; null for anything but a decision
     * @param beside whether it belongs to something begun beside the main line
     * @param goal what the customer wanted; null when a voice of the case is protected
     * @param paused whether its time stands still just now
     * @param onBehalfOf the user name of the absent person whose debt it is, or null
     */
    public record Due(
            UUID obligation,
            String caseNumber,
            String kind,
            String concerns,
            boolean beside,
            String goal,
            Instant openedAt,
            Instant dueAt,
            boolean paused,
            String onBehalfOf,
            long version) {}

    /** Somebody's calendar, in their language. */
    public record Calendar(Locale language, List<Due> due) {}

    /** Since when the caller has a link; empty when they have none. */
    @RolesAllowed("employee")
    public Optional<Instant> mine() {
        return tables.madeAt(caller.actor().username());
    }

    /**
     * Makes a link for the caller; one that they had before is worth nothing any more.
     *
     * @return the secret part of it, which nobody can find out again
     */
    @RolesAllowed("employee")
    public String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tables.keep(caller.actor().username(), digest(token), clock.instant());
        return token;
    }

    /** From now on the caller has no link. */
    @RolesAllowed("employee")
    public void revoke() {
        tables.forget(caller.actor().username());
    }

    /** The calendar that this link opens; empty when it opens none, or its owner has left. */
    @PermitAll
    public Optional<Calendar> read(String token) {
        return tables.personOf(digest(token))
                .flatMap(directory.now()::person)
                .filter(Person::active)
                .map(person -> new Calendar(
                        Locale.forLanguageTag(
                                Optional.ofNullable(person.language()).orElse("sv")),
                        tables.due(person.username())));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
