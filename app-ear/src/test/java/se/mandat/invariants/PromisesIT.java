package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What customers are promised is given once, and what was broken stays what it was. */
class PromisesIT extends PathTest {

    private static final String TEXT = "Vi svarar inom två arbetsdagar.";
    private static final String CONSEQUENCE = "Vi ringer upp och ber om ursäkt.";

    private final Watch watch = new Watch(this);

    @Test
    void whatAStewardPromisesCanBeBrokenAndTheCaseSaysWhatFollows() {
        JsonNode given = gives("stina", TEXT, CONSEQUENCE, "nordvik/medborgarservice")
                .done()
                .json();
        assertThat(given.path("state").asText()).isEqualTo("IN_FORCE");
        assertThat(given.path("givenBy").asText()).isEqualTo("stina");
        String promise = given.path("id").asText();

        String number = raises("sara", promise).done().number();

        for (String reader : List.of("hugo", "karin", "astrid")) {
            JsonNode broken = as(reader).reads(number).done().json().path("promise");
            assertThat(broken.path("id").asText()).isEqualTo(promise);
            assertThat(broken.path("text").asText()).isEqualTo(TEXT);
            assertThat(broken.path("consequence").asText()).isEqualTo(CONSEQUENCE);
        }
        JsonNode first =
                as("astrid").gets("/cases/" + number + "/history").done().json().at("/entries/0");
        assertThat(first.at("/payload/promise").asText()).isEqualTo(promise);
        assertThat(first.path("payload").toString()).doesNotContain("arbetsdagar", "ursäkt");
        assertThat(first.path("text").asText()).contains(promise);
        assertThat(found("?promise=" + promise)).containsExactly(number);
        as("astrid").gets("/cases?promise=L-0").invalid("promise");
        watch.look(number);
        watch.lookAtTheHistory(number);
    }

    @Test
    void mostCasesBreakNoPromise() {
        String number = decidedByKarin();
        JsonNode read = as("sara").reads(number).done().json();
        assertThat(read.has("promise")).isTrue();
        assertThat(read.path("promise").isNull()).isTrue();
        assertThat(as("sara")
                        .gets("/cases/" + number + "/history")
                        .json()
                        .at("/entries/0/payload")
                        .has("promise"))
                .isFalse();
    }

    @Test
    void aWithdrawnPromiseIsBrokenNoMoreAndStaysOnTheCasesThatBrokeIt() {
        String promise = given();
        String number = raises("sara", promise).done().number();

        JsonNode withdrawn = withdraws("sten", promise).done().json();
        assertThat(withdrawn.path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.path("withdrawnBy").asText()).isEqualTo("sten");

        withdraws("stina", promise).refused(409);
        withdraws("stina", "L-0").refused(404);
        raises("sara", promise).invalid("promise");
        raises("sara", "L-0").invalid("promise");
        assertThat(as("hugo").reads(number).json().at("/promise/consequence").asText())
                .isEqualTo(CONSEQUENCE);
        assertThat(one(promise).path("state").asText()).isEqualTo("WITHDRAWN");
        watch.lookAtTheHistory(number);
    }

    @Test
    void onlyStewardsPromiseAndEverybodyReadsIt() {
        String promise = given();
        Map<String, String> before = tables.everything();
        for (String other : List.of("sara", "karin", "eva", "astrid")) {
            gives(other, TEXT, CONSEQUENCE, null).refused(403);
            withdraws(other, promise).refused(403);
            assertThat(one(other, promise).path("text").asText()).isEqualTo(TEXT);
        }
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void aPromiseNeedsItsWordsItsConsequenceAndAUnitThatThereIs() {
        Map<String, String> before = tables.everything();
        as("stina").posts("/promises", "{}").invalid("text", "consequence");
        gives("stina", "x".repeat(501), "x".repeat(501), null).invalid("text", "consequence");
        gives("stina", TEXT, CONSEQUENCE, "nordvik/ingenstans").invalid("unit");
        assertThat(tables.everything()).isEqualTo(before);
        assertThat(gives("stina", "ö".repeat(500), CONSEQUENCE, " ")
                        .done()
                        .json()
                        .path("unit")
                        .asText())
                .isEqualTo("nordvik");
    }

    @Test
    void aDraftKeepsThePromiseAndSaysWhenItCanNoLongerBeSent() {
        String promise = given();
        as("sara").posts("/cases", raising("L-0", true)).invalid("promise");
        Answer begun = as("sara").posts("/cases", raising(promise, true)).done();
        String draft = begun.number();
        assertThat(begun.json().at("/promise/text").asText()).isEqualTo(TEXT);

        withdraws("stina", promise).done();
        assertThat(as("sara").reads(draft).json().at("/promise/id").asText()).isEqualTo(promise);
        as("sara")
                .posts("/cases/" + draft + "/submission", "{}", "If-Match", begun.tag())
                .invalid("promise");
        as("sara")
                .sends("PUT", "/cases/" + draft + "/draft", raising(promise, null), "If-Match", begun.tag())
                .invalid("promise");

        Answer written = as("sara")
                .sends("PUT", "/cases/" + draft + "/draft", raising(null, null), "If-Match", begun.tag())
                .done();
        assertThat(written.json().path("promise").isNull()).isTrue();
        String number = as("sara")
                .posts("/cases/" + draft + "/submission", "{}", "If-Match", written.tag())
                .done()
                .number();
        assertThat(as("sara").reads(number).json().path("promise").isNull()).isTrue();
    }

    @Test
    void aCaseThatIsMergedKeepsItsOwnBreachAndTheOtherGetsNone() {
        String promise = given();
        String merged = raises("sara", promise).done().number();
        String goesOn = decidedByKarin();
        as("karin").does(merged, "merge", "into", goesOn, "reason", "Samma sak").done();

        assertThat(as("sara").reads(merged).json().at("/promise/id").asText()).isEqualTo(promise);
        assertThat(as("sara").reads(goesOn).json().path("promise").isNull()).isTrue();
    }

    @Test
    void theDatabaseKeepsPromisesAndBreachesAsTheyWere() {
        String promise = given();
        String other = given();
        String number = raises("sara", promise).done().number();
        String refused = "MD007";
        String ofPromise = " where id = '" + promise + "'";
        String ofCase = " where number = '" + number + "'";

        assertThat(tables.refuses("update promise set text = 'x'" + ofPromise)).isEqualTo(refused);
        assertThat(tables.refuses("update promise set consequence = 'x'" + ofPromise))
                .isEqualTo(refused);
        assertThat(tables.refuses("delete from promise" + ofPromise)).isEqualTo(refused);
        assertThat(tables.refuses("update case_ set breach_consequence = 'x'" + ofCase))
                .isEqualTo(refused);
        assertThat(tables.refuses("update case_ set breach_of = '" + other + "'" + ofCase))
                .isEqualTo(refused);
        assertThat(tables.refuses("update case_ set breach_of = null, breach_promised = null,"
                        + " breach_consequence = null" + ofCase))
                .isEqualTo(refused);
        withdraws("stina", promise).done();
        assertThat(tables.refuses("update promise set withdrawn_at = null, withdrawn_by = null" + ofPromise))
                .isEqualTo(refused);
    }

    private String given() {
        return gives("stina", TEXT, CONSEQUENCE, null).done().json().path("id").asText();
    }

    private Answer gives(String who, String text, String consequence, String unit) {
        return as(who).posts("/promises", Raising.json("text", text, "consequence", consequence, "unit", unit));
    }

    private Answer withdraws(String who, String promise) {
        return as(who).posts("/promises/" + promise + "/withdrawal", null);
    }

    private Answer raises(String who, String promise) {
        return as(who).posts("/cases", raising(promise, null));
    }

    private static String raising(String promise, Boolean draft) {
        return Raising.json(
                "customerVoice",
                Map.of("words", Raising.WORDS, "goal", Raising.GOAL, "outcome", "DETOUR"),
                "proposal",
                Map.of("text", "Ring upp samma dag", "cost", 30_000, "reversible", true),
                "promise",
                promise,
                "draft",
                draft);
    }

    private JsonNode one(String promise) {
        return one("sara", promise);
    }

    private JsonNode one(String reader, String promise) {
        JsonNode all = as(reader).gets("/promises").done().json().path("items");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("id").asText().equals(promise))
                .findFirst()
                .orElseThrow();
    }

    private List<String> found(String query) {
        JsonNode found = as("astrid").gets("/cases" + query).done().json().path("items");
        return StreamSupport.stream(found.spliterator(), false)
                .map(one -> one.path("number").asText())
                .toList();
    }
}
