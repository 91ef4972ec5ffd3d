package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
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
}
