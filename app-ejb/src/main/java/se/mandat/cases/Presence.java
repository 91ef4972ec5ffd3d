package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.mandat.organisation.Absence;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingCalendars;

/**
 * Who is away, so that somebody stands in for them: from the first day on, or without a substitute from the first
 * working day of their unit, until the last day is over. Days are Stockholm's; asking costs no query.
 */
@ApplicationScoped
class Presence {

    @Inject
    private Directory directory;

    @Inject
    private WorkingCalendars calendars;

    @Inject
    private Clock clock;

    /** The absence for which somebody stands in for this person now; empty when nobody need. */
    Optional<Absence> away(Person person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return directory.now().absence(person.username(), today).filter(absence -> !beginsOn(absence, person)
                .isAfter(today));
    }

    /** Whether this person has said that they are away today, whether or not anybody stands in already. */
    boolean isAbsent(String username) {
        return directory
                .now()
                .absence(username, LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE))
                .isPresent();
    }

    /** User names of everybody for whom somebody stands in now. */
    List<String> away() {
        Organisation organisation = directory.now();
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return organisation.absences().stream()
                .filter(absence -> absence.covers(today))
                .flatMap(absence -> organisation.person(absence.person()).stream())
                .filter(person -> away(person).isPresent())
                .map(Person::username)
                .toList();
    }

    /** The moments at which somebody begins to stand in for somebody, or no longer does, in order. */
    List<Instant> turns() {
        Organisation organisation = directory.now();
        return organisation.absences().stream()
                .flatMap(absence -> Stream.of(
                        organisation
                                .person(absence.person())
                                .map(person -> beginsOn(absence, person))
                                .orElse(absence.first()),
                        absence.last().plusDays(1)))
                .map(day -> day.atStartOfDay(WorkingCalendar.ZONE).toInstant())
                .sorted()
                .distinct()
                .toList();
    }

    private LocalDate beginsOn(Absence absence, Person person) {
        WorkingCalendar calendar = person.unit() == null ? WorkingCalendar.standard() : calendars.of(person.unit());
        return absence.substitute() != null || calendar.isWorkingDay(absence.first())
                ? absence.first()
                : calendar.nextWorkingDay(absence.first());
    }
}
