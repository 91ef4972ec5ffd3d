package se.mandat.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that happens by itself on this node, so that whoever moves a clock knows where to stop on the way. */
@ApplicationScoped
public class Agenda implements TimedWork {

    private final List<TimedWork> all = new CopyOnWriteArrayList<>();

    /**
     * From now on this belongs to it; each kind of work says so once, when it starts. At one moment they run in the order
     * in which they started, so what others build on depends on nothing but starts before them.
     */
    public void add(TimedWork work) {
        all.add(work);
    }

    @Override
    public Optional<Instant> nextAt() {
        return all.stream().flatMap(work -> work.nextAt().stream()).min(Instant::compareTo);
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) {
        return all.stream().flatMap(work -> work.nextAfter(moment).stream()).min(Instant::compareTo);
    }

    @Override
    public void runUntil(Instant now) {
        all.forEach(work -> work.runUntil(now));
    }
}
