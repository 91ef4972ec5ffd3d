package se.mandat.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.mandat.running.InsideTest;

class DirectoryReadingIT extends InsideTest {

    @Inject
    private DirectoryReader reader;

    @Inject
    private Directory directory;

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    private Administrator administrator;

    @BeforeEach
    void readFirst() {
        administrator = new Administrator();
        assertThat(reader.readNow()).isTrue();
    }

    @AfterEach
    void readAgain() {
        assertThat(reader.readNow()).isTrue();
    }

    @Test
    void theDemonstrationOrganisationIsReadFromTheIdentityProvider() {
        Organisation nordvik = directory.now();

        assertThat(nordvik.root().path()).isEqualTo("nordvik");
        assertThat(nordvik.deputy()).map(Person::username).contains("britt");
        assertThat(nordvik.line("nordvik/medborgarservice/kundservice"))
                .extracting(Person::username)
                .containsExactly("karin", "per", "eva");
        assertThat(nordvik.person("sara").orElseThrow())
                .isEqualTo(new Person(
                        "sara",
                        "Sara Nyberg",
                        "nordvik/medborgarservice/kundservice",
                        Set.of(Role.FRONTLINE),
                        Level.FRONTLINE,
                        true,
                        "sara@nordvik.example",
                        "sv"));
        assertThat(nordvik.person("astrid").orElseThrow().isAuditor()).isTrue();
        assertThat(nordvik.people()).noneMatch(person -> person.username().startsWith("service-account"));
        assertThat(directory.age().orElseThrow()).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void whoIsDisabledIsInactiveAfterTheReadingAndBackAfterTheOneThatFollowsTheirReturn() throws SQLException {
        administrator.disable("lina");
        try {
            assertThat(reader.readNow()).isTrue();

            assertThat(directory.now().person("lina")).map(Person::active).contains(false);
            assertThat(text("select active from person where username = 'lina'"))
                    .isEqualTo("f");
        } finally {
            administrator.enable("lina");
        }
        assertThat(reader.readNow()).isTrue();
        assertThat(directory.now().person("lina")).map(Person::active).contains(true);
    }

    @Test
    void whoIsDeletedStaysKnownAsInactive() {
        administrator.add("tillfallig", "Till", "Fällig");
        try {
            assertThat(reader.readNow()).isTrue();
            assertThat(directory.now().person("tillfallig")).hasValueSatisfying(person -> {
                assertThat(person.active()).isTrue();
                assertThat(person.unit()).isNull();
            });
        } finally {
            administrator.delete("tillfallig");
        }
        assertThat(reader.readNow()).isTrue();
        assertThat(directory.now().person("tillfallig")).hasValueSatisfying(person -> {
            assertThat(person.active()).isFalse();
            assertThat(person.name()).isEqualTo("Till Fällig");
        });
    }

    @Test
    void somebodyNewIsKnownWhenTheyLogIn() {
        administrator.add("nykomling", "Ny", "Anställd");
        try {
            assertThat(reader.welcome("nykomling")).isTrue();
            assertThat(directory.now().person("nykomling")).map(Person::name).contains("Ny Anställd");
        } finally {
            administrator.delete("nykomling");
        }
    }

    @Test
    void whoBecomesAnAuditorIsOneAfterTheReading() {
        administrator.giveRole("lina", "auditor");
        try {
            assertThat(reader.readNow()).isTrue();
            assertThat(directory.now().person("lina")).map(Person::isAuditor).contains(true);
        } finally {
            administrator.takeRole("lina", "auditor");
        }
        assertThat(reader.readNow()).isTrue();
        assertThat(directory.now().person("lina")).map(Person::isAuditor).contains(false);
    }

    @Test
    void aReadingThatFindsNothingNewLeavesTheVersionAlone() throws SQLException {
        String before =
                text("select version || ' ' || (select max(xmin::text::bigint) from person) from directory_reading");

        assertThat(reader.readNow()).isTrue();

        assertThat(text("select version || ' ' || (select max(xmin::text::bigint) from person) from directory_reading"))
                .isEqualTo(before);
    }

    private String text(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
