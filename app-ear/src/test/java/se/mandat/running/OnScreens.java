package se.mandat.running;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes a screen and a language and is run on a phone in Swedish and on a desk in English, so that both screens and both
 * languages are seen; with {@code -Dmandat.screens=all} on both in both.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@MethodSource("se.mandat.running.Screens#asked")
@interface OnScreens {}
