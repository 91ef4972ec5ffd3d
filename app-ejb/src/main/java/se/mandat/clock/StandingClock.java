package se.mandat.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands where it was put. It never goes back. */
final class StandingClock extends Clock {

    private volatile Instant now;

    StandingClock(Instant now) {
        this.now = now;
    }

    /** @return whether this was forward */
    synchronized boolean moveTo(Instant time) {
        if (!time.isAfter(now)) {
            return false;
        }
        now = time;
        return true;
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
        return fixed(now, zone);
    }
}
