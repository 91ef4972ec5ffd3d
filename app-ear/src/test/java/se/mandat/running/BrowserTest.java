package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the pages in a real browser. Where there is none it is left out, loudly; in continuous integration it fails
 * instead. Each test has cookies of its own, and fails when a page does what its Content-Security-Policy forbids.
 */
@ExtendWith(NeedsBrowser.class)
public abstract class BrowserTest extends ClientTest {

    /** How the page is looked at. */
    public enum Screen {
        PHONE(390, 844),
        DESKTOP(1280, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final String TELL_OF_VIOLATIONS =
            """
            document.addEventListener('securitypolicyviolation', violation => window.forbiddenHere(
                `${violation.violatedDirective} ${violation.blockedURI} ${violation.sample} on ${violation.documentURI}`))""";

    private final List<String> forbidden = new CopyOnWriteArrayList<>();
    private BrowserContext context;

    /** A window of a browser that nobody has logged in with, in this language ({@code sv}, {@code en}). */
    protected Page open(Screen screen, String language) {
        return open(screen, language, true);
    }

    /** A phone's browser in Swedish that runs no scripts. */
    protected Page openWithoutScripts() {
        return open(Screen.PHONE, "sv", false);
    }

    private Page open(Screen screen, String language, boolean scripts) {
        if (context != null) {
            context.close();
        }
        context = Browsers.shared()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(screen.width, screen.height)
                        .setIsMobile(screen == Screen.PHONE)
                        .setHasTouch(screen == Screen.PHONE)
                        .setLocale(language)
                        .setTimezoneId("Europe/Stockholm"));
        context.setDefaultTimeout(20_000);
        context.exposeFunction("forbiddenHere", what -> forbidden.add((String) what[0]));
        context.addInitScript(TELL_OF_VIOLATIONS);
        return context.newPage();
    }

    /** Opens a page that asks who one is, and answers as this person where the identity provider does not know it yet. */
    protected Page logIn(Page page, String username, String path) {
        Remembered.personIn(username, page.context());
        page.navigate(system.at(path).toString());
        if (!page.url().startsWith(system.at("/").toString())) {
            page.locator("#username").fill(username);
            page.locator("#password").fill(username);
            page.locator("#kc-login").click();
            page.waitForURL(url -> url.startsWith(system.at("/").toString()));
            Remembered.person(username, page.context());
        }
        assertThat(page.locator(".who bdi").first().textContent())
                .as("who is logged in")
                .isEqualTo(nameOf(username));
        return page;
    }

    private String nameOf(String username) {
        return RunningSystem.json(system.get(username, "/api/v1/me").body())
                .path("name")
                .asText();
    }

    /** Logs in and reads the pages in this language; those of the demonstration organisation begin in Swedish. */
    protected Page logIn(Page page, String language, String username, String path) {
        Remembered.languageIn(language, page.context());
        logIn(page, username, path);
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            page.locator("form[action='/language'] button").click();
            page.waitForLoadState();
            Remembered.language(language, page.context());
        }
        return page;
    }

    /** No violation of WCAG 2.2 AA that a machine can find. */
    protected static void isAccessible(Page page) {
        assertThat(Accessibility.violations(page))
                .as("accessibility of " + page.url())
                .isEmpty();
    }

    /** Kept beside the build's other results, for people to look at. */
    protected static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                // hiding it takes a style that the page's policy forbids
                .setCaret(ScreenshotCaret.INITIAL)
                .setPath(Path.of(System.getProperty("mandat.screenshots"), name + ".png")));
    }

    /**
     * What holds for every page that is looked at: it is accessible, wide enough for what it shows, in one language, and
     * keeps its Content-Security-Policy.
     */
    protected void look(Page page, String name, Screen screen, String language) {
        picture(page, String.join("-", name, screen.name().toLowerCase(Locale.ROOT), language));
        isAccessible(page);
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("no sideways scrolling on " + page.url())
                .isTrue();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        nothingForbidden();
    }

    private void nothingForbidden() {
        assertThat(takeForbidden())
                .as("what a Content-Security-Policy has forbidden")
                .isEmpty();
    }

    /** What pages have done that their Content-Security-Policy forbids; nobody is told of it again. */
    protected final List<String> takeForbidden() {
        List<String> taken = List.copyOf(forbidden);
        forbidden.clear();
        return taken;
    }

    /** Unfolds the form whose address ends so, and whatever it is folded into. */
    protected static void unfold(Page page, String form) {
        Locator more = page.locator("details.also:has(form[action$='" + form + "'])");
        if (more.count() > 0 && more.getAttribute("open") == null) {
            more.locator("> summary").click();
        }
        Locator act = page.locator("details.act:has(> form[action$='" + form + "'])");
        if (act.getAttribute("open") == null) {
            act.locator("> summary").click();
        }
    }

    /** Sends the form whose address ends so and that is not folded away. */
    protected static void submit(Page page, String form) {
        page.locator("form[action$='" + form + "'] > button.button:visible").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    @AfterEach
    void closeContext() {
        if (context != null) {
            context.close();
            context = null;
        }
        nothingForbidden();
    }
}
