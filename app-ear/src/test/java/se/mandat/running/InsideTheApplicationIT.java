package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class InsideTheApplicationIT extends InsideTest {

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    @Inject
    private UserTransaction transaction;

    @Test
    void theDataSourceTakesPartInTheTransactionOfTheServer() throws Exception {
        transaction.begin();
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void neitherEndOfAConnectionWaitsForAMachineThatHasDied() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select current_setting('search_path'), current_setting('tcp_keepalives_idle'),
                               current_setting('tcp_keepalives_interval'), current_setting('tcp_keepalives_count'),
                               current_setting('tcp_user_timeout')
                        """)) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("mandat");
            assertThat(row.getString(2)).startsWith("30");
            assertThat(row.getString(3)).startsWith("10");
            assertThat(row.getString(4)).isEqualTo("3");
            assertThat(row.getString(5)).isIn("60000", "60s", "1min");
            assertThat(connection.getNetworkTimeout()).isEqualTo(330_000);
        }
    }
}
