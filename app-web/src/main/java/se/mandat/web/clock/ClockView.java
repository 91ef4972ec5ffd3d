package se.mandat.web.clock;

import java.time.Instant;
import java.time.LocalDate;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Typed;

/**
 * The simulated clock and where it can go.
 *
 * @param next when something is due next, or null when nothing is planned
 * @param workingDay the next working day
 * @param mayMove false for auditors
 * @param refusal why it was not moved, or null
 */
public record ClockView(
        Instant now,
        Instant next,
        LocalDate workingDay,
        boolean mayMove,
        Typed typed,
        Mistakes mistakes,
        String refusal) {}
