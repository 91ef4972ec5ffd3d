package se.mandat.web.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;

/** Log-ins that the identity provider has ended, kept in the database so that every node ends their sessions. */
@ApplicationScoped
public class RevokedSessions {

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    /** Ends one log-in, or, with a null {@code sid}, all that the person had until now. */
    public void revoke(String sid, String subject) {
        String id = sid != null ? "sid:" + sid : "sub:" + subject;
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into revoked_session (id, revoked_at) values (?, now())"
                                + " on conflict (id) do update set revoked_at = excluded.revoked_at")) {
            insert.setString(1, id);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Whether this log-in has been ended. */
    public boolean isRevoked(String sid, String subject, Instant loggedInAt) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select 1 from revoked_session where id = ? or (id = ? and revoked_at >= ?)")) {
            select.setString(1, "sid:" + sid);
            select.setString(2, "sub:" + subject);
            select.setTimestamp(3, Timestamp.from(loggedInAt));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
