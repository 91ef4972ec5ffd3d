package se.mandat.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.mandat.shared.MandatException.FieldError;

/** Whether what somebody wrote is well formed, said field by field. */
@ApplicationScoped
public class Inputs {

    @Inject
    private Validator validator;

    /** What is wrong with the command, field by field; empty when it is well formed. */
    public List<FieldError> errorsOf(Object command) {
        return validator.validate(command).stream()
                .map(Inputs::error)
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
    }

    /** Refuses the command when it is not well formed. */
    public void check(Object command) {
        List<FieldError> errors = errorsOf(command);
        if (!errors.isEmpty()) {
            throw MandatException.invalid(errors);
        }
    }

    private static FieldError error(ConstraintViolation<Object> violation) {
        Map<String, Object> arguments = new HashMap<>();
        violation.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
            if (value instanceof Number) {
                arguments.put(name.equals("value") ? "limit" : name, value);
            }
        });
        return new FieldError(violation.getPropertyPath().toString(), violation.getMessage(), arguments);
    }
}
