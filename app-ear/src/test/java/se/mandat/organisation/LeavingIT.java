package se.mandat.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.mandat.running.InsideTest;

/** What somebody owes goes to the next one up in the very reading that finds them gone. */
class LeavingIT extends InsideTest {

    @Inject
    private DirectoryReader reader;

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    private Administrator administrator;

    @BeforeEach
    void readFirst() {
        administrator = new Administrator();
        assertThat(reader.readNow()).isTrue();
    }

    @Test
    void whatADisabledPersonOwesGoesToTheNextOneUpInTheSameReading() throws SQLException {
        String number = raisedBySara();
        assertThat(openDebtsOf(number)).containsExactly("DECIDE karin");

        administrator.disable("karin");
        try {
            assertThat(reader.readNow()).isTrue();

            assertThat(openDebtsOf(number)).containsExactly("DECIDE per");
            assertThat(lastEntryOf(number)).isEqualTo("obligation.transferred.v1 by system");
        } finally {
            administrator.enable("karin");
            assertThat(reader.readNow()).isTrue();
        }
        assertThat(openDebtsOf(number)).containsExactly("DECIDE per");
    }

    @Test
    void whatANewAuditorOwesGoesToTheNextOneUpInTheSameReading() throws SQLException {
        String number = raisedBySara();

        administrator.giveRole("karin", "auditor");
        try {
            assertThat(reader.readNow()).isTrue();

            assertThat(openDebtsOf(number)).containsExactly("DECIDE per");
        } finally {
            administrator.takeRole("karin", "auditor");
            assertThat(reader.readNow()).isTrue();
        }
    }

    /** A case beyond her mandate, so that karin must decide. */
    private String raisedBySara() {
        return new Programs()
                .post(
                        "sara",
                        "/cases",
                        """
                        {"customerVoice": {"words": "Ingen kunde säga när beslutet kommer",
                                           "goal": "Få veta när beslutet kommer", "outcome": "NOT_REACHED"},
                         "proposal": {"text": "Ett datum i varje bekräftelse", "cost": 8000, "reversible": true}}
                        """)
                .getString("number");
    }

    private List<String> openDebtsOf(String number) throws SQLException {
        return rows("select kind || ' ' || debtor from obligation where state = 'OPEN' and case_number = ?", number);
    }

    private String lastEntryOf(String number) throws SQLException {
        return rows(
                        "select type || ' by ' || actor from history_entry where subject = ? order by seq desc limit 1",
                        number)
                .getFirst();
    }

    private List<String> rows(String query, String... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            return rows;
        }
    }
}
