package se.mandat.web.platform;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;
import se.mandat.shared.MandatException.FieldError;

/** A request that is refused before any use case sees it, or because of how it was sent. It undoes everything. */
@ApplicationException(rollback = true)
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String key;
    private final transient Map<String, Object> arguments;
    private final transient List<FieldError> errors;

    public Refused(Refusal refusal, String key, Map<String, Object> arguments, List<FieldError> errors) {
        super(refusal + " " + key);
        this.refusal = refusal;
        this.key = key;
        this.arguments = Map.copyOf(arguments);
        this.errors = List.copyOf(errors);
    }

    /** Refused in the words that always go with this refusal. */
    public Refused(Refusal refusal) {
        this(refusal, "problem." + refusal.slug(), Map.of(), List.of());
    }

    /** 400: this field, header or parameter cannot be understood. */
    public static Refused malformed(String field, String key) {
        return malformed(new FieldError(field, key));
    }

    static Refused malformed(FieldError error) {
        return new Refused(Refusal.MALFORMED, "problem.malformed", Map.of(), List.of(error));
    }

    public Refusal refusal() {
        return refusal;
    }

    public String key() {
        return key;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
