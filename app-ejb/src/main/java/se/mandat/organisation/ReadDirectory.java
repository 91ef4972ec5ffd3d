package se.mandat.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * A reading of the identity provider in two commands, since nothing is held while it answers: a ticket before, and what
 * it answered after. Of all nodes one at a time holds the newest ticket.
 */
@Stateless
@RolesAllowed("system")
public class ReadDirectory {

    /** With the few seconds between two looks at it, a reading is at most half a minute old while all is well. */
    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private static final Duration FIRST_INTERVAL = Duration.ofSeconds(3);

    @Inject
    private DirectoryTables tables;

    @Inject
    private Directory directory;

    @Inject
    private Event<DirectoryRead> readings;

    @Inject
    private Clock clock;

    /** The ticket of a reading that is due, or nothing when it is not, or another node does it. */
    public OptionalLong ticketWhenDue() {
        return tables.takeTicket(INTERVAL, FIRST_INTERVAL);
    }

    /** The ticket of a reading that somebody waits for. */
    public long ticket() {
        return tables.takeTicket(Duration.ZERO, Duration.ZERO).orElseThrow();
    }

    /**
     * Makes {@code answered} the organisation: people and units, and whatever follows from somebody having left, in one
     * transaction. Does nothing when a later reading has been taken in already.
     *
     * @throws ReadingRefused when the answer cannot be the whole organisation
     */
    public void takeIn(long ticket, Register answered) throws ReadingRefused {
        if (!tables.lock(ticket)) {
            return;
        }
        Differences differences = tables.kept().differencesTo(answered);
        DirectoryTables.State state = tables.write(ticket, differences);
        directory.read(state, differences.next().organisation());
        readings.fire(new DirectoryRead(clock.instant().truncatedTo(ChronoUnit.MICROS), differences.left()));
    }
}
