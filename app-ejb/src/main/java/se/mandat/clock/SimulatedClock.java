package se.mandat.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import se.mandat.shared.ClockMoved;
import se.mandat.shared.SystemTime;

/**
 * The time of a system that was started with {@code -Dmandat.clock=simulated}, and with no other: it stands still until
 * a steward moves it. It begins with the machine's time and goes on, after a restart, where it stood.
 */
@ApplicationScoped
public class SimulatedClock {

    private final boolean on = "simulated".equals(System.getProperty("mandat.clock"));

    @Inject
    private ClockTable table;

    @Inject
    private SystemTime time;

    @Inject
    private Event<ClockMoved> moved;

    private volatile StandingClock standing;

    /** Whether the system was started with it. */
    public boolean isOn() {
        return on;
    }

    /** Where it stands on this node; empty when the machine's clock is the time. */
    public Optional<Instant> now() {
        return Optional.ofNullable(standing).map(StandingClock::instant);
    }

    /** Takes it up where it stood. @return whether it had ever stood */
    boolean resume() {
        table.standsAt().ifPresent(this::stand);
        return standing != null;
    }

    /** Lets it begin at the machine's time, or where another node has just let it begin. */
    void begin() {
        table.begin(time.clock().instant().truncatedTo(ChronoUnit.MICROS));
        resume();
    }

    /** For this node and every other. */
    void moveTo(Instant to) {
        table.moveTo(to);
        stand(to);
    }

    /** Goes to where another node has moved it. */
    void follow() {
        table.standsAt().ifPresent(this::stand);
    }

    private synchronized void stand(Instant at) {
        boolean forward = standing == null || standing.moveTo(at);
        if (standing == null) {
            standing = new StandingClock(at);
            time.replaceTheMachine(standing);
        }
        if (forward) {
            moved.fire(new ClockMoved(at));
        }
    }
}
