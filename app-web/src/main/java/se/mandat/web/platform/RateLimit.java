package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How often and how many at once one person's programs and browsers may ask, on one node. The system properties
 * {@code mandat.calls.per-minute} and {@code mandat.calls.at-once} change it.
 */
@ApplicationScoped
public class RateLimit {

    private static final int PER_MINUTE = 1_200;
    private static final int AT_ONCE = 50;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Map<String, Calls> callers = new ConcurrentHashMap<>();
    private final int perMinute;
    private final int atOnce;
    private final LongSupplier nanos;
    private final AtomicLong tidiedAt;

    public RateLimit() {
        this(
                Integer.getInteger("mandat.calls.per-minute", PER_MINUTE),
                Integer.getInteger("mandat.calls.at-once", AT_ONCE),
                System::nanoTime);
    }

    RateLimit(int perMinute, int atOnce, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.atOnce = atOnce;
        this.nanos = nanos;
        this.tidiedAt = new AtomicLong(nanos.getAsLong());
    }

    /** @param lately when each call of the last minute was let through, the first of them first */
    private record Calls(Deque<Long> lately, Semaphore running) {}

    /** One call that is let through; closing it says that it has been answered. */
    public interface Call extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Lets a call of this person through.
     *
     * @throws Refused as {@link Refusal#TOO_MANY_CALLS}, with the seconds after which it is worth trying again
     */
    public Call enter(String username) {
        forgetTheSilent();
        Calls calls = callers.compute(username, (name, known) -> let(known == null ? fresh() : known));
        return calls.running::release;
    }

    private Calls fresh() {
        return new Calls(new ArrayDeque<>(), new Semaphore(atOnce));
    }

    private Calls let(Calls calls) {
        long now = nanos.getAsLong();
        while (!calls.lately.isEmpty() && isOver(calls.lately.getFirst(), now)) {
            calls.lately.removeFirst();
        }
        if (calls.lately.size() >= perMinute) {
            long wait = calls.lately.getFirst() + MINUTE - now;
            throw tooMany(1 + TimeUnit.NANOSECONDS.toSeconds(wait - 1));
        }
        if (!calls.running.tryAcquire()) {
            throw tooMany(1);
        }
        calls.lately.addLast(now);
        return calls;
    }

    /** Anybody may ask for a calendar from any address: what is remembered of each must not grow for ever. */
    private void forgetTheSilent() {
        long now = nanos.getAsLong();
        long last = tidiedAt.get();
        if (isOver(last, now) && tidiedAt.compareAndSet(last, now)) {
            for (String caller : callers.keySet()) {
                callers.computeIfPresent(caller, (name, calls) -> isSilent(calls, now) ? null : calls);
            }
        }
    }

    private boolean isSilent(Calls calls, long now) {
        return calls.running.availablePermits() == atOnce
                && (calls.lately.isEmpty() || isOver(calls.lately.getLast(), now));
    }

    private static boolean isOver(long since, long now) {
        return now - since >= MINUTE;
    }

    /** How many callers are remembered. */
    int remembered() {
        return callers.size();
    }

    private static Refused tooMany(long seconds) {
        return new Refused(Refusal.TOO_MANY_CALLS, "problem.too-many-calls", Map.of("seconds", seconds), List.of());
    }
}
