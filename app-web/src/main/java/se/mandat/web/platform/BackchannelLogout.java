package se.mandat.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where the identity provider tells that a log-in has ended. */
@Path("/backchannel-logout")
@RequestScoped
public class BackchannelLogout {

    private static final System.Logger LOG = System.getLogger(BackchannelLogout.class.getName());

    @Inject
    private IdentityProvider provider;

    @Inject
    private RevokedSessions revoked;

    @POST
    public Response end(@FormParam("logout_token") String text) {
        if (text == null) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        try {
            LogoutToken token = LogoutToken.verified(text, provider.keys(), provider.issuer(), provider.client());
            revoked.revoke(token.sid(), token.subject());
            return Response.ok().build();
        } catch (LogoutToken.Invalid e) {
            LOG.log(System.Logger.Level.WARNING, () -> "A logout token was refused: " + e.getMessage());
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
    }
}
