package se.mandat.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The way of a clock from one time to another, with a stop at every moment at which something is due. */
public final class Way {

    /**
     * What is still due after so many tries at its moment hinders nothing else; it is tried again a minute later, or when
     * something else is due before.
     */
    private static final int TRIES = 3;

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final TimedWork work;
    private final Consumer<Instant> clock;

    /** @param clock is told every stop, in order, before anything happens there */
    public Way(TimedWork work, Consumer<Instant> clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers when all that came due on the way has happened, each at its moment. */
    public void walk(Instant from, Instant to) {
        Instant here = from;
        int tries = 0;
        while (true) {
            Optional<Instant> next = work.nextAt().filter(at -> !at.isAfter(to));
            if (next.isEmpty() && here.equals(to)) {
                return;
            }
            Instant stop = later(here, next.orElse(to));
            if (next.isPresent() && stop.equals(here) && tries == TRIES) {
                if (here.equals(to)) {
                    return;
                }
                stop = earlier(
                        here.plus(PAUSE),
                        work.nextAfter(here).filter(at -> at.isBefore(to)).orElse(to));
            }
            tries = stop.equals(here) ? tries + 1 : 1;
            here = stop;
            clock.accept(here);
            work.runUntil(here);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
