package se.mandat.web.platform;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How often and how many at once one person's programs and browsers may ask, on one node. The system properties
 * {@code mandat.calls.per-minute} and {@code mandat.calls.at-once} change it.
 */
@ApplicationScoped
public class RateLimit {

    private static final int PER_MINUTE = 1_200;
    private static final int AT_ONCE = 50;
    private static final long FULL_MINUTE = 60;

    private final Map<String, Calls> callers = new ConcurrentHashMap<>();
    private final int perMinute;
    private final int atOnce;

    public RateLimit() {
        this(
                Integer.getInteger("mandat.calls.per-minute", PER_MINUTE),
                Integer.getInteger("mandat.calls.at-once", AT_ONCE));
    }

    RateLimit(int perMinute, int atOnce) {
        this.perMinute = perMinute;
        this.atOnce = atOnce;
    }

    private record Calls(Bucket inAMinute, Semaphore running) {}

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
        Calls calls = callers.computeIfAbsent(username, name -> fresh());
        if (!calls.running.tryAcquire()) {
            throw tooMany(1);
        }
        ConsumptionProbe probe = calls.inAMinute.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            calls.running.release();
            throw tooMany(Math.min(FULL_MINUTE, 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())));
        }
        return calls.running::release;
    }

    private Calls fresh() {
        return new Calls(
                Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build(),
                new Semaphore(atOnce));
    }

    private static Refused tooMany(long seconds) {
        return new Refused(
                Refusal.TOO_MANY_CALLS, "problem.too-many-calls", Map.of("seconds", seconds), java.util.List.of());
    }
}
