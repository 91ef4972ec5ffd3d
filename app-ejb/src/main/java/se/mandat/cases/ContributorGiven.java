package se.mandat.cases;

import java.time.LocalDate;
import se.mandat.shared.Text;

/**
 * Somebody whose help is asked for.
 *
 * @param to a user name, or a unit's path, which means its manager
 * @param what the part of the work
 * @param dueOn the day in Stockholm by which it shall be done; null means when the whole action is due
 */
public record ContributorGiven(
        @Text(required = true, max = 200) String to, @Text(required = true) String what, LocalDate dueOn) {}
