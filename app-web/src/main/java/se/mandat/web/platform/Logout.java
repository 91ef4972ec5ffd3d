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
import java.net.URI;
import java.util.Optional;

/** Ends the session here, and sends the person on to be logged out at the identity provider. */
@Path("/logout")
@RequestScoped
public class Logout {

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
        UriBuilder end = UriBuilder.fromUri(provider.endSessionEndpoint())
                .queryParam("client_id", provider.client())
                .queryParam("post_logout_redirect_uri", "{home}");
        idToken.ifPresent(token -> end.queryParam("id_token_hint", token));
        URI target = end.build(home.endsWith("/") ? home : home + "/");
        return Response.seeOther(target).build();
    }
}
