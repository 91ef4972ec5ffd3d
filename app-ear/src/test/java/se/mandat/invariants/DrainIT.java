package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.mandat.launcher.WireTransaction;

/** 3 and 4: much that is due at once happens side by side, each thing once, and cheaply. */
class DrainIT extends PathTest {

    private static final int CASES = 40;

    private final Watch watch = new Watch(this);

    @ParameterizedTest
    @CsvSource({"2017-03-13T10:00, obligation.reminded.v1", "2017-03-13T12:00, obligation.escalated.v1"})
    void whatIsDueIsOneCommitAndAtMostTenRoundTripsForEachObligation(String at, String type) {
        List<String> numbers = raisedAt("2017-03-13T08:00", CASES);
        inside.everythingHappensAt("2017-03-13T09:59");
        if (type.startsWith("obligation.e")) {
            inside.everythingHappensAt("2017-03-13T10:00");
        }

        List<WireTransaction> heard = system.hear(() -> inside.everythingHappensAt(at)).stream()
                .filter(transaction -> transaction.mentions("history_entry"))
                .toList();

        assertThat(heard).hasSize(CASES);
        assertThat(heard).allSatisfy(transaction -> assertThat(roundTrips(transaction))
                .as(transaction.toString())
                .isLessThanOrEqualTo(10));
        assertThat(numbers)
                .allSatisfy(number ->
                        assertThat(historyOf(number)).filteredOn(type::equals).hasSize(1));
        inside.everythingHappensAt("2017-03-20T17:00");
    }

    @Test
    void whatIsOverdueIsShownSoBeforeTheClockHasComeToIt() {
        inside.itIs("2017-04-03T08:00");
        String number = decided();
        inside.itIs("2017-04-03T12:00");
        assertThat(overdueOf("karin")).doesNotContain(number);

        inside.itIs("2017-04-03T12:00:01");

        assertThat(overdueOf("karin")).contains(number);
        assertThat(historyOf(number)).doesNotContain("obligation.escalated.v1");
        inside.everythingHappensAt("2017-04-03T12:00:01");
        assertThat(overdueOf("karin")).contains(number);
        assertThat(historyOf(number)).contains("obligation.escalated.v1");
        inside.everythingHappensAt("2017-04-10T17:00");
    }

    @Test
    void whatIsDueOfOneCaseHappensOneAfterAnotherInTheOrderOfItsMoments() {
        inside.itIs("2017-05-02T08:00");
        String number = actingByHugo();
        as("hugo")
                .does(number, "handover", "to", "lina", "reason", "Hinner inte")
                .done();
        as("gun").does(number, "objection", "reason", "Vi har provat").done();

        inside.everythingHappensAt("2017-07-31T08:00");

        List<String> planned = tables.all(
                "select payload::jsonb ->> 'plannedAt' from history_entry where subject = ?"
                        + " and type in ('obligation.reminded.v1', 'obligation.escalated.v1') order by seq",
                number);
        assertThat(planned).hasSizeGreaterThan(3).isSorted();
        watch.look(number);
        watch.lookAtTheHistory(number);
    }

    private List<String> raisedAt(String local, int cases) {
        inside.itIs(local);
        return Stream.generate(this::decided).limit(cases).toList();
    }

    private String decided() {
        return as("sara")
                .raises(Raising.change(20_000).outcome("HARMED"))
                .done()
                .number();
    }

    private List<String> overdueOf(String person) {
        List<String> numbers = new ArrayList<>();
        JsonNode page = overdue(person, "");
        numbers(page).forEach(numbers::add);
        while (!page.path("next").asText("").isEmpty() && !page.path("next").isNull()) {
            page = overdue(person, "&cursor=" + page.path("next").asText());
            numbers(page).forEach(numbers::add);
        }
        return numbers;
    }

    private JsonNode overdue(String person, String cursor) {
        return as(person)
                .gets("/obligations?of=me&state=OPEN&overdue=true&limit=200" + cursor)
                .done()
                .json();
    }

    private static Stream<String> numbers(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(owed -> owed.path("case").asText());
    }

    private static long roundTrips(WireTransaction transaction) {
        return transaction.roundTrips().stream()
                .filter(sent -> sent.isEmpty() || sent.stream().anyMatch(sql -> !sql.contains("pg_catalog.")))
                .count();
    }
}
