package se.mandat.web.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import se.mandat.organisation.Directory;
import se.mandat.shared.Preparation;

/**
 * What a load balancer asks. Alive: this process answers. Ready: it can serve people; migrations and engine have started
 * by then, since the application does not come up without them. A directory that has not been read for a while, or an
 * identity provider where nobody can log in, makes it degraded rather than unready: people can go on with what they owe,
 * and another node would know no more.
 */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class Health {

    /** Who has left may hold nothing, and is known to have left for no longer than this. */
    private static final Duration OLDEST_DIRECTORY = Duration.ofSeconds(60);

    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    @Inject
    private Directory directory;

    @Inject
    private IdentityProvider provider;

    @Inject
    private Preparation preparation;

    @Inject
    private KeptReadiness kept;

    /**
     * How it is: {@code UP}, {@code DEGRADED} or {@code DOWN}.
     *
     * @param directory how many seconds ago the directory was read, or null when never
     * @param identityProvider whether people can log in
     */
    public record Answer(String status, String database, Long directory, String identityProvider) {}

    @GET
    @Path("live")
    public Response live() {
        return Response.ok(new Live("UP")).build();
    }

    /** The process answers. */
    public record Live(String status) {}

    @GET
    @Path("ready")
    public Response ready() {
        Answer answer = kept.latest(this::look);
        return Response.status(
                        "DOWN".equals(answer.status()) ? Response.Status.SERVICE_UNAVAILABLE : Response.Status.OK)
                .entity(answer)
                .build();
    }

    private Answer look() {
        boolean database = databaseAnswers();
        boolean logIn = provider.answers();
        Optional<Duration> age = preparation.isOver() ? directory.age() : Optional.empty();
        return new Answer(
                status(database, logIn, age),
                word(database),
                age.map(Duration::toSeconds).orElse(null),
                word(logIn));
    }

    /** @param directory how old it is; empty while people cannot be served with it */
    static String status(boolean database, boolean logIn, Optional<Duration> directory) {
        if (!database || directory.isEmpty()) {
            return "DOWN";
        }
        return logIn && directory.get().compareTo(OLDEST_DIRECTORY) <= 0 ? "UP" : "DEGRADED";
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
