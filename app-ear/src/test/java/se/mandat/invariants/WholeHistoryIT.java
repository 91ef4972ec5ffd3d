package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** 9: the history is append-only, and whoever gets around that is found out. */
class WholeHistoryIT extends PathTest {

    private static final List<String> TABLES = List.of("history_entry", "history_text", "history_head");
    private static final String APPEND_ONLY = "23001";
    private static final String DOES_NOT_CONTINUE = "23000";
    private static final String IS_THERE = "23505";

    private String number;

    @BeforeEach
    void aCaseWithAHistory() {
        number = reviewedBySara();
        reviews("sara", number, "NOT_EFFECTIVE").done();
    }

    private JsonNode verified() {
        return as("astrid")
                .gets("/cases/" + number + "/history/verification")
                .done()
                .json();
    }

    private void isIntact() {
        JsonNode found = verified();
        assertThat(found.path("intact").asBoolean()).as(found.toString()).isTrue();
        assertThat(found.path("entries").asInt()).isEqualTo(historyOf(number).size());
        assertThat(found.path("head").asText())
                .isEqualTo(tables.one("select hash from history_head where subject = ?", number));
    }

    private String[] said(String... statements) {
        return Stream.of(statements)
                .map(sql -> sql.replace("$case", "'" + number + "'"))
                .toArray(String[]::new);
    }

    static Stream<Arguments> tamperings() {
        String change = "update history_entry set %s where subject = $case and seq = 3";
        String aText = "(select id from history_text t where t.subject = $case and t.content = 'Klar' limit 1)"
                .replace("Klar", "Rampen ligger där");
        return Stream.of(
                Arguments.of(
                        "facts changed", 3, List.of(change.formatted("payload = replace(payload, 'karin', 'per')"))),
                Arguments.of("type changed", 3, List.of(change.formatted("type = 'case.closed.v1'"))),
                Arguments.of("actor changed", 3, List.of(change.formatted("actor = 'eva'"))),
                Arguments.of("absent one named", 3, List.of(change.formatted("on_behalf_of = 'eva'"))),
                Arguments.of("time changed", 3, List.of(change.formatted("at = at + interval '1 microsecond'"))),
                Arguments.of("hash changed", 3, List.of(change.formatted("hash = repeat('a', 64)"))),
                Arguments.of(
                        "entry removed", 4, List.of("delete from history_entry where subject = $case and seq = 4")),
                Arguments.of(
                        "entry removed and the rest moved up",
                        4,
                        List.of(
                                "delete from history_entry where subject = $case and seq = 4",
                                "update history_entry set seq = seq + 1000 where subject = $case and seq > 4",
                                "update history_entry set seq = seq - 1001 where subject = $case and seq > 1000")),
                Arguments.of(
                        "first entry removed",
                        1,
                        List.of("delete from history_entry where subject = $case and seq = 1")),
                Arguments.of(
                        "entry inserted",
                        4,
                        List.of(
                                "update history_entry set seq = seq + 1001 where subject = $case and seq >= 4",
                                "update history_entry set seq = seq - 1000 where subject = $case and seq > 1000",
                                "insert into history_entry select subject, 4, type, at, actor, on_behalf_of, payload,"
                                        + " hash, previous_hash from history_entry where subject = $case and seq = 3")),
                Arguments.of(
                        "two entries swapped",
                        4,
                        List.of(
                                "update history_entry set seq = 1000 where subject = $case and seq = 4",
                                "update history_entry set seq = 4 where subject = $case and seq = 5",
                                "update history_entry set seq = 5 where subject = $case and seq = 1000")),
                Arguments.of(
                        "text changed",
                        0,
                        List.of("update history_text set content = 'Något annat' where id = " + aText)),
                Arguments.of("text removed", 0, List.of("delete from history_text where id = " + aText)),
                Arguments.of(
                        "text erased in silence",
                        0,
                        List.of("update history_text set content = null, salt = null where id = " + aText)),
                Arguments.of("all texts removed", 1, List.of("delete from history_text where subject = $case")),
                Arguments.of(
                        "head changed",
                        0,
                        List.of("update history_head set hash = repeat('b', 64) where subject = $case")),
                Arguments.of("head removed", 0, List.of("delete from history_head where subject = $case")),
                Arguments.of(
                        "end cut off",
                        0,
                        List.of("delete from history_entry where subject = $case and seq ="
                                + " (select max(seq) from history_entry where subject = $case)")),
                Arguments.of(
                        "end cut off and the head moved back in part",
                        0,
                        List.of(
                                "delete from history_entry where subject = $case and seq ="
                                        + " (select max(seq) from history_entry where subject = $case)",
                                "update history_head set seq = seq - 1 where subject = $case")),
                Arguments.of(
                        "everything removed",
                        1,
                        List.of(
                                "delete from history_entry where subject = $case",
                                "delete from history_text where subject = $case")));
    }

    /** @param seq where the break is to be found; 0 where only that there is one is known */
    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void tamperingIsFound(String what, int seq, List<String> statements) {
        isIntact();
        keptAside();
        tables.tampers(said(statements.toArray(String[]::new)));
        JsonNode found = verified();
        putBack();
        assertThat(found.path("intact").asBoolean()).as(what).isFalse();
        assertThat(found.path("firstBreak").path("why").asText()).isNotEmpty();
        if (seq > 0) {
            assertThat(found.path("firstBreak").path("seq").asInt())
                    .as(found.toString())
                    .isEqualTo(seq);
        }
    }

    private void keptAside() {
        for (String table : TABLES) {
            tables.does(said("create table was_" + table + " as select * from " + table + " where subject = $case"));
        }
    }

    /** Others want to find every chain whole; that this one is again shows that it was the tampering that was found. */
    private void putBack() {
        for (String table : TABLES) {
            tables.tampers(said(
                    "delete from " + table + " where subject = $case",
                    "insert into " + table + " select * from was_" + table,
                    "drop table was_" + table));
        }
        isIntact();
    }

    @Test
    void theDatabaseLetsNothingBeDoneToTheHistoryButAppend() {
        for (String change : List.of(
                "update history_entry set actor = 'eva' where subject = $case",
                "delete from history_entry where subject = $case",
                "truncate history_entry",
                "update history_text set content = 'Något annat' where subject = $case",
                "delete from history_text where subject = $case",
                "truncate history_text",
                "update history_head set seq = seq - 1 where subject = $case",
                "update history_head set hash = repeat('b', 64) where subject = $case",
                "delete from history_head where subject = $case",
                "truncate history_head")) {
            assertThat(tables.refuses(said(change))).as(change).isEqualTo(APPEND_ONLY);
        }
        String copied =
                " type, at, actor, on_behalf_of, payload, %s, hash from history_entry where subject = $case and seq = 3";
        assertThat(tables.refuses(
                        said("insert into history_entry select subject, 3," + copied.formatted("previous_hash"))))
                .isEqualTo(IS_THERE);
        assertThat(tables.refuses(said("insert into history_entry select subject, 1000," + copied.formatted("hash"))))
                .isEqualTo(DOES_NOT_CONTINUE);
        isIntact();
    }

    @Test
    void aTextThatIsErasedAndSaidToBeLeavesTheChainWhole() {
        String text =
                tables.one("select id from history_text where subject = ? and content = ?", number, Raising.WORDS);
        tables.does("update history_text set content = null, salt = null where id = '" + text + "'");
        assertThat(verified().path("intact").asBoolean()).isFalse();
        inside.sayErased(number, text);
        isIntact();
        assertThat(as("astrid")
                        .gets("/cases/" + number + "/history")
                        .done()
                        .json()
                        .path("entries"))
                .isNotEmpty();
    }

    @Test
    void theHistoryIsAlwaysWholeAndOfEveryCase() {
        assertThat(as("astrid")
                        .gets("/cases/" + number + "/history")
                        .done()
                        .json()
                        .path("entries"))
                .hasSize(historyOf(number).size());
        assertThat(tables.all("select number from case_ c where not exists"
                        + " (select from history_head h where h.subject = c.number and h.seq > 0)"))
                .isEmpty();
    }
}
