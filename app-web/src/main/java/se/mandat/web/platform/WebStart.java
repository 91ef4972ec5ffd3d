package se.mandat.web.platform;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;

/**
 * What is set when the application starts: the session lives in a cookie that scripts cannot read and that, where people
 * come by https, never goes without; and the files of the pages are read.
 */
public class WebStart implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Assets.readAll(event.getServletContext());
        event.getServletContext().setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        event.getServletContext().getSessionCookieConfig().setHttpOnly(true);
        event.getServletContext()
                .getSessionCookieConfig()
                .setSecure(System.getProperty("mandat.url", "").startsWith("https:"));
    }
}
