package se.mandat.web.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import se.mandat.cases.ObligationView;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.worktime.WorkingCalendars;

/** How much working time somebody has left, by the calendar of the unit of the person whose debt it is. */
@ApplicationScoped
public class WorkingTimeLeft {

    @Inject
    private WorkingCalendars calendars;

    @Inject
    private Directory directory;

    /** From now, or from when the obligation opens, until it is due; zero when it should have been met. */
    public Duration of(ObligationView owed, Instant now) {
        Instant from = owed.opensAt() != null && owed.opensAt().isAfter(now) ? owed.opensAt() : now;
        if (!owed.dueAt().isAfter(from)) {
            return Duration.ZERO;
        }
        return calendars.of(unitOf(owed)).between(from, owed.dueAt());
    }

    private String unitOf(ObligationView owed) {
        Organisation organisation = directory.now();
        return organisation
                .person(owed.onBehalfOf() == null ? owed.debtor() : owed.onBehalfOf())
                .map(Person::unit)
                .orElseGet(() -> organisation.root().path());
    }
}
