package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TheSystemIT extends ClientTest {

    @Test
    void everybodyInTheDemonstrationOrganisationCanGetATokenForTheApplication() {
        assertThat(Stream.of(
                        "eva", "per", "karin", "sara", "amir", "bodil", "noor", "tove", "ola", "lina", "gun", "hugo",
                        "erik", "maja", "britt", "astrid", "stina", "sten"))
                .allSatisfy(username -> {
                    JsonNode claims = claims(system.token(username));
                    assertThat(claims.path("preferred_username").asText()).isEqualTo(username);
                    assertThat(texts(claims.path("aud"))).contains("mandat-web");
                    assertThat(texts(claims.path("realm_access").path("roles"))).contains("employee");
                });
    }

    @Test
    void someoneDisabledInTheDirectoryGetsNoToken() {
        system.directory().disable("lina");
        try {
            assertThat(system.isRefusedAToken("lina")).isTrue();
        } finally {
            system.directory().enable("lina");
        }
        assertThat(system.isRefusedAToken("lina")).isFalse();
    }

    @Test
    void theDatabaseSortsAndFoldsByUnicodeOnEveryMachine() throws SQLException {
        try (Connection connection = system.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select lower('ÅSÖ'), current_setting('server_version_num')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("åsö");
            assertThat(row.getInt(2)).isGreaterThanOrEqualTo(180_000);
        }
    }

    private static JsonNode claims(String token) {
        return RunningSystem.json(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
