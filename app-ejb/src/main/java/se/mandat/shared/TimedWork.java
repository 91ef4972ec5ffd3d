package se.mandat.shared;

import java.time.Instant;
import java.util.Optional;

/** Something that happens because its time has come, and not because somebody asks for it. */
public interface TimedWork {

    /** When there is next something to do, past or future; empty when nothing is planned. */
    Optional<Instant> nextAt();

    /** When there is next something to do later than this, whatever waits until then in vain; empty when nothing is planned. */
    Optional<Instant> nextAfter(Instant moment);

    /** Does all that is due by {@code now}, and answers when it has been done. */
    void runUntil(Instant now);
}
