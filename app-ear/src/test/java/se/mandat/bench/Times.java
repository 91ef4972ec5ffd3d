package se.mandat.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long calls took. */
final class Times {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final List<Long> nanos = new ArrayList<>();

    void add(List<Long> more) {
        nanos.addAll(more);
    }

    /** The median in milliseconds. */
    double median() {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / NANOS_PER_MILLI;
    }
}
