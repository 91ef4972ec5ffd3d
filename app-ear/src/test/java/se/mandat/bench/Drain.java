package se.mandat.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import se.mandat.running.RunningSystem;

/**
 * What is due of a great many obligations at once, against as many timers of a bare engine that do nothing but end. Both
 * work off a slice in turns, until nothing is left.
 */
final class Drain {

    private static final int SLICES = 20;

    /** As many times as fast as the bare engine, at least. */
    private static final double OF_THE_BARE_RATE = 0.7;

    private final RunningSystem system;
    private final Database database;
    private final BareTimers bare;
    private final Report report;

    Drain(RunningSystem system, Database database, BareTimers bare, Report report) {
        this.system = system;
        this.database = database;
        this.bare = bare;
        this.report = report;
    }

    /** All that is open becomes due. */
    void run() {
        int obligations = (int) database.number("select count(*) from mandat.obligation where state = 'OPEN'");
        int slice = obligations / SLICES;
        bare.fill(obligations);
        Instant first = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        makeDue(first, slice);
        Duration ours = Duration.ZERO;
        Duration bares = Duration.ZERO;
        long wrong = 0;
        for (int i = 0; i < SLICES; i++) {
            // what cannot be divided comes with the last
            Instant until = first.plusMillis(i == SLICES - 1 ? SLICES : i);
            CompletableFuture<Long> drained = CompletableFuture.supplyAsync(() -> drain(until));
            if (i == SLICES / 2) {
                wrong = wronglyShown();
            }
            ours = ours.plusNanos(drained.join());
            bares = bares.plusNanos(bare.fire(slice));
        }
        long left = database.number(
                "select count(*) from mandat.obligation where state = 'OPEN' and next_at <= current_timestamp");
        double rate = rate(obligations, ours);
        double bareRate = rate(obligations, bares);
        report.note("Due obligations, %,d at once".formatted(obligations), "a second", Math.rint(rate));
        report.note("Bare timers at full history, as many", "a second", Math.rint(bareRate));
        report.atLeast("Due obligations against bare timers", "times", rate / bareRate, OF_THE_BARE_RATE);
        report.atMost("Due obligations that are left", "", left, 0);
        report.atMost("Obligations that To do shows wrongly meanwhile", "", wrong, 0);
    }

    /** Half of them are overdue, half are to be reminded of; what comes in which slice is left to chance. */
    private void makeDue(Instant first, int slice) {
        database.execute(
                """
                update mandat.obligation o
                set next = case when k %% 2 = 0 then 'DUE' else 'REMIND' end,
                    next_at = at, remind_at = at,
                    due_at = case when k %% 2 = 0 then at else at + interval '30 days' end,
                    held_until = null, tries = 0
                from (select id, k, timestamptz '%s' + (k / %d) * interval '1 millisecond' as at
                      from (select id, row_number() over (order by md5(id::text)) - 1 as k
                            from mandat.obligation where state = 'OPEN') numbered) due
                where o.id = due.id
                """
                        .formatted(first, slice));
        database.execute("vacuum analyze mandat.obligation");
    }

    private long drain(Instant until) {
        HttpResponse<String> answer = system.send(
                HttpRequest.newBuilder(system.at("/bench/drain?until=" + until)).build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Draining failed with " + answer.statusCode());
        }
        return Long.parseLong(answer.body());
    }

    /** How many of what karin owes are shown overdue though they are not, or the other way round, or not at all. */
    private long wronglyShown() {
        long overdue =
                database.number("select count(*) from mandat.obligation where state = 'OPEN' and debtor = 'karin'"
                        + " and due_at < current_timestamp");
        long shown = 0;
        long early = 0;
        String cursor = "";
        do {
            JsonNode page = RunningSystem.json(
                    system.get("karin", "/api/v1/obligations?of=me&state=OPEN&overdue=true&limit=200" + cursor)
                            .body());
            for (JsonNode owed : page.path("items")) {
                shown++;
                early += OffsetDateTime.parse(owed.path("dueAt").asText())
                                .toInstant()
                                .isAfter(Instant.now())
                        ? 1
                        : 0;
            }
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return Math.abs(overdue - shown) + early;
    }

    private static double rate(int obligations, Duration time) {
        return obligations * 1e9 / time.toNanos();
    }
}
