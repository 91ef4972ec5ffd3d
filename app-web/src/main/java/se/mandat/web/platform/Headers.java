package se.mandat.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the browser what a page of ours may do, which is little: nothing inline, nothing from elsewhere, in no frame. */
public class Headers extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final boolean HTTPS = System.getProperty("mandat.url", "").startsWith("https:");

    @Inject
    private transient IdentityProvider provider;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Logging out is a form that leads to the provider, and Chromium holds that against form-action.
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                        + " connect-src 'self'; form-action 'self' " + provider.origin()
                        + "; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (HTTPS) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!Addresses.path(request).startsWith("/assets/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
