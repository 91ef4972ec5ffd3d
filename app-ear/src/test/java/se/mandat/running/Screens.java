package se.mandat.running;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import se.mandat.running.BrowserTest.Screen;

/** The pairs of screen and language that pages are looked at with. */
final class Screens {

    private Screens() {}

    /** As {@link OnScreens} says. */
    static Stream<Arguments> asked() {
        if (!"all".equals(System.getProperty("mandat.screens"))) {
            return Stream.of(Arguments.of(Screen.PHONE, "sv"), Arguments.of(Screen.DESKTOP, "en"));
        }
        return Arrays.stream(Screen.values())
                .flatMap(screen -> Stream.of("sv", "en").map(language -> Arguments.of(screen, language)));
    }
}
