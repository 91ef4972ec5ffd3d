package se.mandat.web.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * A command that is sent again changes nothing more and gets its first answer, for seven days.
 *
 * <p>The key is taken before the command and in its transaction: who sends the same key at the same time waits until the
 * first is done, and a command that was refused or undone leaves no key behind and can be sent again.
 */
@Stateless
@RolesAllowed("employee")
public class Once {

    static final Duration KEPT = Duration.ofDays(7);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    @Resource
    private SessionContext context;

    @Inject
    private Clock clock;

    /** Who asked for what, and under which key. */
    public record Asked(String username, String path, String key, byte[] fingerprint) {}

    /**
     * The answer to a command that was sent without a key. The command, and the reading of what it answers, are one
     * transaction, as they are with a key.
     */
    public Object together(Callable<Object> command) throws Exception {
        return command.call();
    }

    /**
     * The command's answer: its own the first time, the kept one after that.
     *
     * @throws Refused as {@link Refusal#KEY_REUSED} when something else was sent under this key before
     */
    public Response answer(Asked asked, Callable<Response> command) throws Exception {
        return answer(asked, clock.instant(), command);
    }

    /**
     * The command's answer, as above, for a command that moves the time.
     *
     * @param at from when on it is kept
     */
    public Response answer(Asked asked, Instant at, Callable<Response> command) throws Exception {
        try (Connection connection = database.getConnection()) {
            if (!take(connection, asked, at)) {
                return kept(connection, asked);
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
        Response answer = asBytes(command.call());
        if (!context.getRollbackOnly()) {
            if (answer.getStatus() >= 400) {
                context.setRollbackOnly();
            } else {
                keep(asked, answer);
            }
        }
        return answer;
    }

    /** True for the first; waits while another is at it. */
    private boolean take(Connection connection, Asked asked, Instant at) throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into once (username, path, key, fingerprint, at) values (?, ?, ?, ?, ?)
                on conflict (username, path, key) do update
                set fingerprint = excluded.fingerprint, at = excluded.at, status = null, headers = null, body = null
                where once.at < ?
                """)) {
            insert.setString(1, asked.username());
            insert.setString(2, asked.path());
            insert.setString(3, asked.key());
            insert.setBytes(4, asked.fingerprint());
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.setObject(6, now.minus(KEPT));
            return insert.executeUpdate() == 1;
        }
    }

    private static Response kept(Connection connection, Asked asked) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select fingerprint, status, headers, body from once where username = ? and path = ? and key = ?")) {
            select.setString(1, asked.username());
            select.setString(2, asked.path());
            select.setString(3, asked.key());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!MessageDigest.isEqual(row.getBytes(1), asked.fingerprint())) {
                    throw new Refused(Refusal.KEY_REUSED);
                }
                Response.ResponseBuilder answer = Response.status(row.getInt(2));
                headers(row.getString(3)).forEach(answer::header);
                byte[] body = row.getBytes(4);
                return body == null ? answer.build() : answer.entity(body).build();
            }
        }
    }

    private void keep(Asked asked, Response answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update once set status = ?, headers = ?::jsonb, body = ?"
                                + " where username = ? and path = ? and key = ?")) {
            update.setInt(1, answer.getStatus());
            update.setString(2, JSON.writeValueAsString(headers));
            update.setBytes(3, (byte[]) answer.getEntity());
            update.setString(4, asked.username());
            update.setString(5, asked.path());
            update.setString(6, asked.key());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, HEADERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer written out, so that what is kept is what was sent. */
    private static Response asBytes(Response answer) {
        if (answer.getEntity() == null || answer.getEntity() instanceof byte[]) {
            return answer;
        }
        if (answer.getStatus() >= 400) {
            return answer;
        }
        byte[] body;
        MediaType type;
        if (answer.getEntity() instanceof Page page) {
            body = PageWriter.render(page).toByteArray();
            type = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");
        } else {
            body = StrictJson.write(answer.getEntity());
            type = MediaType.APPLICATION_JSON_TYPE;
        }
        return Response.fromResponse(answer).entity(body).type(type).build();
    }
}
