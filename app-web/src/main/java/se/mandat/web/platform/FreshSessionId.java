package se.mandat.web.platform;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import org.wildfly.security.http.oidc.OidcAccount;

/**
 * Whoever logs in gets a new id for their session. The one before may be known to somebody else, who had it set in their
 * browser and waits until it is worth something. The server logs people in, and sends them on, before any filter is
 * asked, so this listens to what it puts into the session.
 */
public class FreshSessionId implements HttpSessionAttributeListener {

    private static final String LOG_IN = OidcAccount.class.getName();

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(LOG_IN)) {
            ServletRequestContext.requireCurrent().getOriginalRequest().changeSessionId();
        }
    }
}
