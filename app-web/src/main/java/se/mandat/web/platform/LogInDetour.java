package se.mandat.web.platform;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.Headers;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Nobody is sent to an identity provider that does not answer: the browser would find nothing there, and what was typed
 * would be lost. They are sent to a page of ours instead, and a form goes along. The server sends people to log in
 * before any filter is asked, so this listens to what leaves the server.
 */
public class LogInDetour implements ServletExtension {

    /** Where people are sent instead; {@link #BACK} says where they wanted to go. */
    static final String PATH = "/log-in-unavailable";

    static final String BACK = "back";

    private static final int FOUND = 302;
    private static final int SAME_METHOD = 307;

    private final IdentityProvider provider = new IdentityProvider();

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            exchange.addResponseCommitListener(this::look);
            next.handleRequest(exchange);
        });
    }

    private void look(HttpServerExchange exchange) {
        String location = exchange.getResponseHeaders().getFirst(Headers.LOCATION);
        if (location == null || !location.startsWith(provider.origin() + "/") || provider.answers()) {
            return;
        }
        String query = exchange.getQueryString();
        String wanted = query.isEmpty() ? exchange.getRequestPath() : exchange.getRequestPath() + "?" + query;
        if (exchange.getStatusCode() == FOUND) {
            exchange.setStatusCode(SAME_METHOD);
        }
        exchange.getResponseHeaders()
                .put(Headers.LOCATION, PATH + "?" + BACK + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    /** Where somebody wanted to go: an address of ours, whatever the request says. */
    static String back(HttpServletRequest request) {
        String said = request.getParameter(BACK);
        return said != null && isOurs(said) ? said : "/";
    }

    static boolean isOurs(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && address.indexOf('\\') < 0
                && address.chars().noneMatch(Character::isISOControl)
                && !address.startsWith(PATH);
    }
}
