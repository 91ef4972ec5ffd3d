package se.mandat.web.platform;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;

/**
 * Says any failure as a problem in the reader's language. What nobody foresaw gets an incident number and is logged
 * with it, once; the reader never sees more than that number.
 */
@ApplicationScoped
public class Problems {

    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    private static final int RETRY_AFTER_OUTAGE = 5;
    private static final int RETRY_AFTER_COLLISION = 1;

    /** Arguments of messages that the server can be the author of, too, which knows no details. */
    static final Map<String, Object> NOTHING_SAID = Map.of("kilobytes", 0, "seconds", 1);

    /** From a user name to what the person is called. */
    private final UnaryOperator<String> names;

    @Inject
    public Problems(Directory directory) {
        this((String username) ->
                directory.now().person(username).map(Person::name).orElse(username));
    }

    Problems(UnaryOperator<String> names) {
        this.names = names;
    }

    Problems() {
        this(UnaryOperator.identity());
    }

    /** The problem that this failure is. */
    public ProblemDocument of(Throwable failure, Locale locale) {
        List<Throwable> chain = chain(failure);
        for (Throwable cause : chain) {
            if (cause instanceof MandatException refusal) {
                return document(
                        Refusal.of(refusal.problem()), refusal.key(), refusal.arguments(), refusal.errors(), locale);
            }
            if (cause instanceof Refused refused) {
                return document(refused.refusal(), refused.key(), refused.arguments(), refused.errors(), locale);
            }
        }
        Refusal foreseen = foreseen(chain);
        if (foreseen != null) {
            if (foreseen == Refusal.UNAVAILABLE) {
                LOG.log(System.Logger.Level.WARNING, () -> "The database is not answering: " + failure);
            }
            return document(foreseen, "problem." + foreseen.slug(), Map.of(), List.of(), locale);
        }
        String incident = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, () -> "Incident " + incident, failure);
        return new ProblemDocument(
                Refusal.INCIDENT.type(),
                Words.in(locale).say("problem.incident.title"),
                Refusal.INCIDENT.status(),
                Words.in(locale).say("problem.incident", "incident", incident),
                null,
                incident,
                List.of(),
                Refusal.INCIDENT,
                null);
    }

    private ProblemDocument document(
            Refusal refusal, String key, Map<String, Object> arguments, List<FieldError> errors, Locale locale) {
        Words words = Words.in(locale);
        return new ProblemDocument(
                refusal.type(),
                words.say("problem." + refusal.slug() + ".title"),
                refusal.status(),
                words.say(key, readable(arguments, locale)),
                refusal == Refusal.NOT_YOUR_RIGHT && arguments.get("who") instanceof String who ? who : null,
                null,
                errors.stream()
                        .map(error -> new ProblemDocument.FieldMessage(
                                error.field(), words.say(error.key(), readable(error.arguments(), locale))))
                        .toList(),
                refusal,
                retryAfter(refusal, arguments));
    }

    private Map<String, Object> readable(Map<String, Object> arguments, Locale locale) {
        Map<String, Object> readable = new HashMap<>(NOTHING_SAID);
        arguments.forEach((name, value) -> readable.put(name, readable(name, value, locale)));
        return readable;
    }

    /** A person's name for the user name, a time of day for an instant. */
    private Object readable(String name, Object value, Locale locale) {
        return switch (name) {
            case "who", "person" -> names.apply(value.toString());
            case "opensAt", "until" -> Moments.say(Instant.parse(value.toString()), locale);
            default -> value;
        };
    }

    private static Integer retryAfter(Refusal refusal, Map<String, Object> arguments) {
        return switch (refusal) {
            case UNAVAILABLE, LOG_IN_UNAVAILABLE -> RETRY_AFTER_OUTAGE;
            case BUSY -> RETRY_AFTER_COLLISION;
            case TOO_MANY_CALLS -> arguments.get("seconds") instanceof Number seconds ? seconds.intValue() : 1;
            default -> null;
        };
    }

    private static Refusal foreseen(List<Throwable> chain) {
        for (Throwable cause : chain) {
            if (cause instanceof WebApplicationException http) {
                Refusal refusal = byStatus(http.getResponse().getStatus());
                if (refusal != null) {
                    return refusal;
                }
            }
            if (cause instanceof EJBAccessException) {
                return Refusal.ROLE_FORBIDDEN;
            }
            if (cause instanceof OptimisticLockException) {
                return Refusal.CHANGED_MEANWHILE;
            }
            if (cause instanceof PessimisticLockException || cause instanceof LockTimeoutException) {
                return Refusal.BUSY;
            }
            if (cause instanceof SQLException sql) {
                Refusal refusal = bySqlState(sql);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        // The engine and Hibernate have optimistic locks of their own, and the server a limit for forms; none of these
        // types is for this package to import.
        return chain.stream()
                .map(cause -> switch (cause.getClass().getSimpleName()) {
                    case "OptimisticLockingException", "StaleObjectStateException" -> Refusal.CHANGED_MEANWHILE;
                    case "RequestTooBigException" -> Refusal.TOO_LARGE;
                    default -> null;
                })
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Refusal byStatus(int status) {
        return switch (status) {
            case 400 -> Refusal.MALFORMED;
            case 401 -> Refusal.NOT_LOGGED_IN;
            case 403 -> Refusal.ROLE_FORBIDDEN;
            case 404 -> Refusal.NOT_FOUND;
            case 405 -> Refusal.METHOD_NOT_ALLOWED;
            case 406 -> Refusal.NOT_ACCEPTABLE;
            case 413 -> Refusal.TOO_LARGE;
            case 415 -> Refusal.NOT_JSON;
            default -> null;
        };
    }

    private static Refusal bySqlState(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            // What the server's pool throws when it can give no connection has no state.
            return failure.getMessage() != null && failure.getMessage().startsWith("jakarta.resource.")
                    ? Refusal.UNAVAILABLE
                    : null;
        }
        if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")) {
            return Refusal.UNAVAILABLE;
        }
        return switch (state) {
            case "40001", "40P01", "55P03", "57014" -> Refusal.BUSY;
            // somebody was given a debt who has just left: this node has not heard of it yet, and soon will have
            case "MD001" -> Refusal.BUSY;
            case "23505" -> Refusal.COLLISION;
            default -> null;
        };
    }

    /** The failure and everything that caused it, wrappings first. */
    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            chain.add(cause);
            for (Throwable suppressed : cause.getSuppressed()) {
                if (seen.add(suppressed)) {
                    chain.add(suppressed);
                }
            }
        }
        return chain;
    }
}
