package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import se.mandat.launcher.Mailbox;
import se.mandat.running.Directory;
import se.mandat.running.RunningSystem;

/** The organisation that a simulation plays, on a system with a clock of its own, and what has been played there. */
final class World implements AutoCloseable {

    /** Over a weekend, with everything of everybody's due at another time. */
    private static final Duration LONGEST_MOVE = Duration.ofMinutes(10);

    private final RunningSystem outside;
    private final String name;
    private final Tables tables;
    private final Workdays workdays = new Workdays();
    private final Set<String> left = new TreeSet<>();
    private final Map<String, Integer> done = new ConcurrentSkipListMap<>();
    private final Map<String, Duration> spent = new TreeMap<>();

    private RunningSystem.Simulated simulated;
    private Instant now;

    /** @param outside the system beside which it runs */
    World(RunningSystem outside, String name) {
        this.outside = outside;
        this.name = name;
        this.simulated = outside.simulated(name);
        this.tables = new Tables(simulated.system().database());
        this.now = stands();
    }

    Colleague on(String person) {
        return new Colleague(simulated.system(), person);
    }

    Tables tables() {
        return tables;
    }

    Mailbox mailbox() {
        return simulated.system().mailbox();
    }

    Workdays workdays() {
        return workdays;
    }

    /** Where the clock stands. */
    Instant now() {
        return now;
    }

    void moveTo(Instant to) {
        HttpRequest move = simulated
                .system()
                .request("stina", "/api/v1/clock")
                .timeout(LONGEST_MOVE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Raising.json("to", to.toString())))
                .build();
        new Answer(simulated.system().send(move)).done();
        now = stands();
        assertThat(now).as("where the clock was moved").isEqualTo(to);
    }

    /** What is being done just now by itself has been done when this returns. */
    void settles() {
        on("stina").posts("/clock", "{\"advance\": \"PT0S\"}").done();
    }

    private Instant stands() {
        JsonNode clock = on("stina").gets("/clock").done().json();
        return OffsetDateTime.parse(clock.path("now").asText()).toInstant();
    }

    /** The system ends, or dies, and starts again. @param asked false ends it as a machine dies */
    void restarts(boolean asked) {
        if (!asked) {
            simulated.node().applicationIsKilled();
        }
        simulated.close();
        simulated = outside.simulated(name);
        assertThat(stands()).as("the clock after a restart").isEqualTo(now);
    }

    /** From now on this person can be given nothing more. */
    void leaves(String person) {
        left.add(person);
        directory().disable(person);
        readTheDirectory();
    }

    void everybodyComesBack() {
        left.forEach(directory()::enable);
        left.clear();
        readTheDirectory();
    }

    private void readTheDirectory() {
        assertThat(new Inside(simulated.system()).readTheDirectory())
                .as("the directory is read")
                .isTrue();
    }

    /** Who has left. */
    Set<String> left() {
        return left;
    }

    private Directory directory() {
        return outside.directory();
    }

    void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    void count(String what, int howMany) {
        done.merge(what, howMany, Integer::sum);
    }

    /** Does this, and adds the machine's time that it takes to what has gone into such work. */
    void spend(String on, Runnable work) {
        Instant began = Instant.now();
        work.run();
        spent.merge(on, Duration.between(began, Instant.now()), Duration::plus);
    }

    /** The machine's time in seconds that went into what. */
    Map<String, Long> spent() {
        Map<String, Long> seconds = new TreeMap<>();
        spent.forEach((on, time) -> seconds.put(on, time.toSeconds()));
        return seconds;
    }

    /** How often what was done. */
    Map<String, Integer> done() {
        return done;
    }

    /** Everybody is there again for whoever plays next. */
    @Override
    public void close() {
        try {
            left.forEach(directory()::enable);
            new Inside(outside).readTheDirectory();
        } finally {
            simulated.close();
        }
    }
}
