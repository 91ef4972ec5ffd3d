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

    private static final Duration OLDEST_DIRECTORY = Duration.ofMinutes(5);
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    @Inject
    private Directory directory;

    @Inject
    private IdentityProvider provider;

    @Inject
    private Preparation preparation;

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
        boolean database = databaseAnswers();
        boolean logIn = provider.answers();
        Optional<Duration> age = preparation.isOver() ? directory.age() : Optional.empty();
        boolean serves = database && age.isPresent();
        boolean well = logIn
                && age.filter(known -> known.compareTo(OLDEST_DIRECTORY) <= 0).isPresent();
        return Response.status(serves ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(new Answer(
                        serves ? well ? "UP" : "DEGRADED" : "DOWN",
                        word(database),
                        age.map(Duration::toSeconds).orElse(null),
                        word(logIn)))
                .build();
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
