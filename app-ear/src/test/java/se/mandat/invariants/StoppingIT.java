package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.mandat.running.ClientTest;
import se.mandat.running.Patience;
import se.mandat.running.RunningSystem;

/** A node that is asked to stop finishes what it has begun, and begins nothing more. */
class StoppingIT extends ClientTest {

    private static final String NAME = "stopping";
    private static final int TURNS_AWAY = 503;

    /** So often that whoever only closes its doors and goes is long gone. */
    private static final int OFTEN = 100;

    @Test
    void aCommandThatWaitsForAnotherIsCarriedOutAndAnswered() throws SQLException {
        try (ExecutorService others = Executors.newFixedThreadPool(2);
                RunningSystem.Simulated node = system.simulated(NAME)) {
            Tables tables = new Tables(node.system().database());
            String number = new Colleague(node.system(), "sara")
                    .raises(Raising.change(30_000))
                    .done()
                    .number();
            Colleague karin = new Colleague(node.system(), "karin");
            CompletableFuture<Answer> decision;
            CompletableFuture<Void> stopped;
            try (Tables.Command another = tables.takes(number)) {
                decision = CompletableFuture.supplyAsync(
                        () -> karin.does(number, "decision", "verdict", "APPROVED", "reason", "Ja"), others);
                Patience.until(Duration.ofSeconds(20), () -> somebodyWaits(tables));
                stopped = CompletableFuture.runAsync(node::close, others);
                AtomicInteger turnedAway = new AtomicInteger();
                Patience.until(
                        Duration.ofSeconds(10),
                        () -> turnsAway(node.system()) && turnedAway.incrementAndGet() >= OFTEN);
            }

            decision.join().done();
            stopped.join();
            assertThat(tables.count("select count(*) from decision where case_number = ?", number))
                    .isOne();
        }
    }

    private static boolean somebodyWaits(Tables tables) {
        return tables.count(
                        "select count(*) from pg_stat_activity where datname = ? and wait_event_type = 'Lock'", NAME)
                > 0;
    }

    private static boolean turnsAway(RunningSystem node) {
        try {
            return node.send(HttpRequest.newBuilder(node.at("/health/live")).build())
                            .statusCode()
                    == TURNS_AWAY;
        } catch (UncheckedIOException gone) {
            return false;
        }
    }
}
