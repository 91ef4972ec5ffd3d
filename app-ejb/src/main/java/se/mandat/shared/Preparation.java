package se.mandat.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** What must be done before the first request is served; until then the system answers that it is not ready. */
@ApplicationScoped
public class Preparation {

    private final AtomicInteger pending = new AtomicInteger();

    /** Something must be done first. */
    public void begin() {
        pending.incrementAndGet();
    }

    /** It has been done. */
    public void end() {
        pending.decrementAndGet();
    }

    /** Only one thing is left to be done: for whoever must be the last. */
    public boolean isOverButOne() {
        return pending.get() == 1;
    }

    public boolean isOver() {
        return pending.get() == 0;
    }
}
