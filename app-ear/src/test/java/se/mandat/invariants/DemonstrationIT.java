package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases that a fresh system begins with, made by the real use cases: whatever must be true holds for them too. */
class DemonstrationIT extends PathTest {

    private static final String DEMONSTRATION =
            "(select subject from history_entry where seq = 1 and type = 'case.demonstration.v1')";

    private List<String> cases() {
        return tables.all("select number from case_ where number in " + DEMONSTRATION + " order by number");
    }

    @Test
    void thereAreCasesInEveryStageAndStageObligationAndProcessAgree() {
        assertThat(tables.all("select distinct stage from case_ where number in " + DEMONSTRATION))
                .containsExactlyInAnyOrder("DECIDING", "ASSIGNING", "ACTING", "REVIEWING", "CLOSED");
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(this::agrees);
        assertThat(tables.count("select max(round) from case_ where number in " + DEMONSTRATION))
                .isEqualTo(2);
    }

    @Test
    void theirHistoryIsWholeAndSaysFirstThatTheyAreADemonstration() {
        assertThat(cases()).allSatisfy(number -> assertThat(as("astrid")
                        .gets("/cases/" + number + "/history/verification")
                        .done()
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue());
        assertThat(tables.count("select count(*) from history_entry where type = 'case.demonstration.v1' and seq <> 1"))
                .isZero();
    }

    @Test
    void theyChargeNobodyWhoIsThereToBeTried() {
        assertThat(tables.all("select distinct decided_by from decision where charged > 0 and case_number in "
                        + DEMONSTRATION))
                .doesNotContain("sara", "amir", "noor");
    }

    @Test
    void peopleDisagreeAndHandOverInThem() {
        assertThat(tables.all("select type from history_entry where subject in " + DEMONSTRATION))
                .contains("case.appealed.v1", "case.objected.v1", "case.handed-over.v1");
    }

    @Test
    void oneOfThemBreaksAPromiseThatWasGivenBefore() {
        assertThat(tables.all("select p.given_by from case_ c join promise p on p.id = c.breach_of"
                        + " where p.given_at < c.raised_at and c.number in " + DEMONSTRATION))
                .containsExactly("stina");
    }

    @Test
    void whatNobodyDidInTimeWasRemindedOfAndToldAtTheTimeItWasDue() {
        String clock = " from history_entry where type in ('obligation.reminded.v1', 'obligation.escalated.v1')"
                + " and at < (select max(at) from history_entry where type = 'case.demonstration.v1')"
                + " and subject in " + DEMONSTRATION;
        assertThat(tables.count("select count(*)" + clock)).isGreaterThan(8);
        assertThat(tables.all("select distinct type" + clock)).hasSize(2);
        assertThat(tables.all("select subject" + clock
                        + " and abs(extract(epoch from at - (payload::jsonb ->> 'plannedAt')::timestamptz)) > 1"))
                .isEmpty();
    }

    @Test
    void whatHappenedInThemIsPastAndInOrder() {
        // other tests move the time by months, and then all that is open moves on, this too
        assertThat(tables.count("select count(*) from history_entry where at > now() and at < now() + interval '2 days'"
                        + " and subject in " + DEMONSTRATION))
                .isZero();
        // and back again: what came after they had moved it forward stands in no order of its own
        assertThat(tables.all("select e.subject from history_entry e join history_entry next"
                        + " on next.subject = e.subject and next.seq = e.seq + 1 where next.at < e.at"
                        + " and e.at <= now() and e.subject in " + DEMONSTRATION))
                .isEmpty();
    }
}
