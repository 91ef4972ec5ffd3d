package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 8: whenever people do what they do, no deadline falls outside working time. */
class WorkingTimeIT extends PathTest {

    /** The almanac's, not those of any library. */
    private static final Workdays WORKDAYS = new Workdays();

    /** Evenings, weekends, holidays, the two nights on which the clocks are changed, and the edges of a working day. */
    private static final List<Instant> ODD_MOMENTS = Stream.concat(
                    Stream.of(
                                    "2027-01-08T16:59:59.999999",
                                    "2027-01-08T17:00",
                                    "2027-01-08T17:00:00.000001",
                                    "2027-01-09T12:00",
                                    "2027-01-11T07:59:59.999999",
                                    "2027-03-25T16:30",
                                    "2027-03-26T16:30",
                                    "2027-05-05T16:47:11.123456",
                                    "2027-06-24T13:13:13.131313",
                                    "2027-12-24T15:00",
                                    "2027-12-31T23:59:59.999999",
                                    "2028-02-29T08:00")
                            .map(Inside::at),
                    Stream.of(
                                    "2027-03-28T00:30:00Z",
                                    "2027-03-28T01:30:00Z",
                                    "2027-10-31T00:30:00Z",
                                    "2027-10-31T01:30:00Z")
                            .map(Instant::parse))
            .sorted()
            .toList();

    @Test
    void noDeadlineFallsOutsideWorkingTimeWheneverPeopleActed() {
        for (Instant moment : ODD_MOMENTS) {
            inside.itIs(moment);
            for (String outcome : List.of("HARMED", "DETOUR")) {
                wholePathAt(outcome, moment);
            }
        }
        List<String> times = tables.all(
                """
                select distinct time::text from obligation o,
                       unnest(array [o.opens_at, o.due_at, o.ceiling_at, o.remind_at]) as time
                where time between '2027-01-01' and '2028-12-01'
                """
                        .replace(
                                "time::text", "to_char(time at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
        assertThat(times).hasSizeGreaterThan(ODD_MOMENTS.size() * 5);
        assertThat(times).allSatisfy(time -> assertThat(isWithinWorkingTime(Instant.parse(time)))
                .as(Instant.parse(time).atZone(Inside.STOCKHOLM).toString())
                .isTrue());
    }

    private void wholePathAt(String outcome, Instant moment) {
        String number =
                as("sara").raises(Raising.question().outcome(outcome)).done().number();
        as("karin")
                .does(
                        number,
                        "decision",
                        "verdict",
                        "APPROVED",
                        "reason",
                        "Ja",
                        "owner",
                        "lina",
                        "proposal",
                        Raising.proposal(10L, true, List.of()))
                .done();
        as("lina").does(number, "ownership", "accept", true).done();
        LocalDate ceiling = ZonedDateTime.ofInstant(
                        Instant.parse(as("lina")
                                .reads(number)
                                .json()
                                .path("obligations")
                                .get(0)
                                .path("ceilingAt")
                                .asText()),
                        Inside.STOCKHOLM)
                .toLocalDate();
        as("lina")
                .does(number, "action", "what", "Till sista dagen", "dueOn", ceiling.toString())
                .done();
        LocalDate tomorrow = nextWorkingDay(moment.atZone(Inside.STOCKHOLM).toLocalDate());
        as("lina")
                .does(number, "action", "what", "I morgon", "dueOn", tomorrow.toString())
                .done();
        as("lina").does(number, "action/completion", "text", "Klar").done();
        reviews("sara", number, "NOT_EFFECTIVE").done();
        agrees(number);
    }

    @Test
    void aDayOnWhichNobodyWorksIsRefusedAsADeadlineAndTheNextWorkingDayIsNamed() {
        inside.itIs("2027-03-22T09:00");
        String number = actingByHugo();
        for (String closed : List.of("2027-03-26", "2027-03-27", "2027-03-28", "2027-03-29")) {
            assertThat(as("hugo")
                            .does(number, "action", "what", "x", "dueOn", closed)
                            .invalid("dueOn")
                            .body())
                    .contains("2027-03-30");
        }
        as("hugo").does(number, "action", "what", "x", "dueOn", "2027-03-30").done();
    }

    private static LocalDate nextWorkingDay(LocalDate day) {
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(WORKDAYS::works)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isWithinWorkingTime(Instant time) {
        ZonedDateTime local = time.atZone(Inside.STOCKHOLM);
        return WORKDAYS.works(local.toLocalDate())
                && !local.toLocalTime().isBefore(LocalTime.of(8, 0))
                && !local.toLocalTime().isAfter(LocalTime.of(17, 0));
    }
}
