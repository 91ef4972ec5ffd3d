package se.mandat.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where it was put, somewhere before now. */
class PastClock extends Clock {

    private Instant now;

    PastClock(Instant start) {
        now = start;
    }

    void moveTo(Instant time) {
        if (time.isBefore(now)) {
            throw new IllegalArgumentException("Time does not go back from " + now + " to " + time);
        }
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
