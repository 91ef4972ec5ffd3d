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
        if (!isAllAsked()) {
            return Stream.of(Arguments.of(Screen.PHONE, "sv"), Arguments.of(Screen.DESKTOP, "en"));
        }
        return Arrays.stream(Screen.values())
                .flatMap(screen -> Stream.of("sv", "en").map(language -> Arguments.of(screen, language)));
    }

    /** The pairs that no journey is made on unless all are asked for; the wider one is looked at only then. */
    static Stream<Arguments> others() {
        Stream<Arguments> narrow = Stream.of(Arguments.of(Screen.PHONE, "en"));
        return isAllAsked() ? Stream.concat(narrow, Stream.of(Arguments.of(Screen.DESKTOP, "sv"))) : narrow;
    }

    private static boolean isAllAsked() {
        return "all".equals(System.getProperty("mandat.screens"));
    }
}
