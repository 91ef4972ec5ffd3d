package se.mandat.running;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks now and then whether something has come, and leaves the machine to those who bring it meanwhile. */
public final class Patience {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private Patience() {}

    /** Until it has come. @throws AssertionError when that takes longer */
    public static void until(Duration atMost, BooleanSupplier come) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + atMost);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
