package se.mandat.web.platform;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Forgets what nobody can ask for any more: answers older than seven days, and log-ins that have long run out. */
@Stateless
@PermitAll
public class ForgetOldKeys {

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "17", persistent = false)
    public void forget() {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement delete = connection.prepareStatement("delete from once where at < ?")) {
                delete.setObject(1, clock.instant().atOffset(ZoneOffset.UTC).minus(Once.KEPT));
                delete.executeUpdate();
            }
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from revoked_session where revoked_at < now() - interval '30 days'")) {
                delete.executeUpdate();
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
