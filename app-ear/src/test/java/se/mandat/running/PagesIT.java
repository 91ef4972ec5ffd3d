package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PagesIT extends BrowserTest {

    @OnScreens
    void whoComesToTheFrontPageLogsInAndIsThere(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "sara", "/");
        assertThat(page.url()).startsWith(system.at("/").toString());
        picture(page, "front-" + screen.name().toLowerCase(Locale.ROOT));
        isAccessible(page);
    }

    @Test
    void whatThePolicyOfAPageForbidsIsNoticed() {
        Page page = open(Screen.DESKTOP, "sv");
        page.navigate(system.at("/problems/not-found").toString());
        page.evaluate(
                """
                new Promise(noticed => {
                    document.addEventListener('securitypolicyviolation', () => setTimeout(noticed));
                    document.body.setAttribute('style', 'color: red');
                })""");
        assertThat(takeForbidden()).singleElement().asString().contains("style-src");
    }
}
