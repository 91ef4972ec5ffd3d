package se.mandat.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one source of time. Whoever needs the time injects a {@link Clock}. */
@ApplicationScoped
public class SystemTime {

    private volatile Clock machine = Clock.systemUTC();
    private volatile Clock clock = machine;

    @Produces
    @ApplicationScoped
    public Clock clock() {
        return new Following(this);
    }

    /** Lets {@code other} be the time; only the demonstration uses it, before the first request is served. */
    public void follow(Clock other) {
        clock = other;
    }

    /** Lets the machine's clock be the time again, or what stands in for it. */
    public void followTheMachine() {
        clock = machine;
    }

    /** From here on {@code other} stands in for the machine's clock; only the simulated clock uses it. */
    public void replaceTheMachine(Clock other) {
        machine = other;
        clock = other;
    }

    static class Following extends Clock {

        private final SystemTime time;

        Following(SystemTime time) {
            this.time = time;
        }

        Following() {
            this(null);
        }

        @Override
        public java.time.ZoneId getZone() {
            return time.clock.getZone();
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return time.clock.withZone(zone);
        }

        @Override
        public java.time.Instant instant() {
            return time.clock.instant();
        }
    }
}
