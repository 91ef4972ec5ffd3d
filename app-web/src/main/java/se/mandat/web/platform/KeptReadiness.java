package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What was found last of whether this node can serve people. Anybody may ask that, as often as they like, and finding it
 * out takes a connection to the database and a call to the identity provider.
 */
@ApplicationScoped
public class KeptReadiness {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private Health.Answer found;
    private long foundAt;

    public KeptReadiness() {
        this(System::nanoTime);
    }

    KeptReadiness(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What was found within the last second, or is found now; whoever asks meanwhile waits for that. */
    public synchronized Health.Answer latest(Supplier<Health.Answer> look) {
        if (found == null || nanos.getAsLong() - foundAt >= FRESH.toNanos()) {
            found = look.get();
            foundAt = nanos.getAsLong();
        }
        return found;
    }
}
