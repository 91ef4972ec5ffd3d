package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;

class PagesIT extends BrowserTest {

    @OnScreens
    void whoComesToTheFrontPageLogsInAndIsThere(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "sara", "/");
        assertThat(page.url()).startsWith(system.at("/").toString());
        picture(page, "front-" + screen.name().toLowerCase(Locale.ROOT));
        isAccessible(page);
    }
}
