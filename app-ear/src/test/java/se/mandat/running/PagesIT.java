package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesIT extends BrowserTest {

    @ParameterizedTest
    @EnumSource
    void whoComesToTheFrontPageLogsInAndIsThere(Screen screen) {
        Page page = open(screen, "sv");
        logIn(page, "sara", "/");
        assertThat(page.url()).startsWith(system.at("/").toString());
        picture(page, "front-" + screen.name().toLowerCase(Locale.ROOT));
        isAccessible(page);
    }
}
