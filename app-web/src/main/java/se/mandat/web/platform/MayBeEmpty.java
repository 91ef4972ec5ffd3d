package se.mandat.web.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Content of which every part may be left out: no body at all means the same as {@code {}}. */
@Target(TYPE)
@Retention(RUNTIME)
public @interface MayBeEmpty {}
