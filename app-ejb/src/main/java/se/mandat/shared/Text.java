package se.mandat.shared;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Words that a person writes: counted as people count, an emoji is one character. */
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = Text.Validator.class)
public @interface Text {

    /** Most characters (Unicode code points). */
    int max() default 4_000;

    boolean required() default false;

    String message() default "error.too-long";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says {@code error.required} or {@code error.too-long}. */
    class Validator implements ConstraintValidator<Text, String> {

        private int max;
        private boolean required;

        @Override
        public void initialize(Text constraint) {
            max = constraint.max();
            required = constraint.required();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            // nothing but spaces is a text, too, as far as its length goes
            if (text != null && text.codePointCount(0, text.length()) > max) {
                return false;
            }
            if (required && (text == null || text.isBlank())) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("error.required").addConstraintViolation();
                return false;
            }
            return true;
        }
    }
}
