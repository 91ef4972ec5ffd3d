package se.mandat.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/**
 * A refusal that the reader can do something about. It undoes the whole command.
 *
 * <p>{@link #key()} names a message in the reader's language, {@link #arguments()} fill it by name.
 */
@ApplicationException(rollback = true)
public class MandatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String key;
    private final transient Map<String, Object> arguments;
    private final transient List<FieldError> errors;

    /** What is wrong with one field; {@code field} is the path in the request, {@code proposal.cost}. */
    public record FieldError(String field, String key, Map<String, Object> arguments) {

        public FieldError(String field, String key) {
            this(field, key, Map.of());
        }
    }

    public MandatException(Problem problem, String key, Map<String, Object> arguments) {
        this(problem, key, arguments, List.of());
    }

    public MandatException(Problem problem, String key) {
        this(problem, key, Map.of(), List.of());
    }

    private MandatException(Problem problem, String key, Map<String, Object> arguments, List<FieldError> errors) {
        super(problem + " " + key);
        this.problem = problem;
        this.key = key;
        this.arguments = Map.copyOf(arguments);
        this.errors = List.copyOf(errors);
    }

    /** Something is wrong with these fields. */
    public static MandatException invalid(List<FieldError> errors) {
        return new MandatException(Problem.INVALID, "problem.invalid", Map.of(), errors);
    }

    /** Something is wrong with this field. */
    public static MandatException invalid(String field, String key) {
        return invalid(List.of(new FieldError(field, key)));
    }

    public Problem problem() {
        return problem;
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
