package se.mandat.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** Ends the session here, and sends the person on to be logged out at the identity provider. */
@Path("/logout")
@RequestScoped
public class Logout {

    private static final System.Logger LOG = System.getLogger(Logout.class.getName());

    private final String home = System.getProperty("mandat.url", "http://localhost:8080");

    @Inject
    private IdentityProvider provider;

    @POST
    public Response end(@Context HttpServletRequest request) throws ServletException {
        Optional<String> idToken = Identity.of(request).flatMap(Identity::idTokenText);
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return Response.seeOther(atTheProvider(idToken)).build();
    }

    /** Where the log-in ends at the provider too; when it cannot be asked, the front door, where nobody is let in. */
    private URI atTheProvider(Optional<String> idToken) {
        String back = home.endsWith("/") ? home : home + "/";
        try {
            UriBuilder end = UriBuilder.fromUri(provider.endSessionEndpoint())
                    .queryParam("client_id", provider.client())
                    .queryParam("post_logout_redirect_uri", "{home}");
            idToken.ifPresent(token -> end.queryParam("id_token_hint", token));
            return end.build(back);
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "Somebody was logged out here but not at the identity provider", e);
            return URI.create(back);
        }
    }
}
