package se.mandat.web.platform;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * What a POST does, it does once for each key: the key of the header {@code Idempotency-Key}, or of the form field
 * {@link OnceInterceptor#FIELD}. On a class it means each of its POST methods, which answer a {@code Response}. Without
 * a key nothing is different.
 *
 * <p>What is no one transaction says so, and keeps its key by itself, see {@link OnceAgreed}.
 */
@Inherited
@InterceptorBinding
@Target({TYPE, METHOD})
@Retention(RUNTIME)
public @interface OncePerKey {

    /** Whether the whole of it is one transaction. */
    @Nonbinding
    boolean inOneTransaction() default true;
}
