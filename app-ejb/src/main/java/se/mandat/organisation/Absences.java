package se.mandat.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import se.mandat.shared.Caller;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;

/**
 * Who is away when. An absence is named by the person, by a manager above them, or by a steward. Whoever changes
 * something does so alone, so that what was found right is right when it is written.
 */
@ApplicationScoped
class Absences {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Inject
    private DirectoryTables tables;

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), STOCKHOLM);
    }

    /** What is known now, by this transaction alone until it ends. */
    List<Absence> held() {
        tables.lockAbsences();
        return tables.kept().absences();
    }

    /** @throws MandatException when there is no such absence, or it is over */
    Absence current(List<Absence> known, UUID id) {
        return known.stream()
                .filter(absence -> absence.id().equals(id) && !absence.last().isBefore(today()))
                .findFirst()
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.absence-not-found"));
    }

    /** @throws MandatException when the caller may change nothing */
    Person whoMayChange() {
        Person person = directory
                .now()
                .person(caller.actor().username())
                .filter(Person::active)
                .orElseThrow(() -> new MandatException(Problem.ROLE_FORBIDDEN, "problem.not-in-directory"));
        if (person.isAuditor()) {
            throw new MandatException(Problem.ROLE_FORBIDDEN, "problem.auditors-only-read");
        }
        return person;
    }

    /** @throws MandatException unless the caller is this person, or above them, or a steward */
    void requireRight(Person by, String person) {
        if (!mayName(directory.now(), by, person)) {
            throw new MandatException(
                    Problem.NOT_YOUR_RIGHT, "problem.not-your-right.absence", Map.of("who", String.valueOf(person)));
        }
    }

    static boolean mayName(Organisation organisation, Person by, String person) {
        return by.username().equals(person)
                || by.is(Role.STEWARD)
                || organisation
                        .person(person)
                        .filter(of -> organisation.above(of).contains(by))
                        .isPresent();
    }

    /**
     * Whether somebody can be away so.
     *
     * @param before the same absence as it was; null for a new one
     * @throws MandatException naming each field that is wrong
     */
    void require(Absence absence, Absence before, List<Absence> known) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate today = today();
        boolean sameBeginning = before != null && before.first().equals(absence.first());
        if (absence.first().isBefore(today) && !sameBeginning) {
            errors.add(new FieldError("first", "error.absence-past", Map.of("today", today)));
        } else if (before != null && !before.first().isAfter(today) && !sameBeginning) {
            errors.add(new FieldError("first", "error.absence-has-begun"));
        }
        if (absence.last().isBefore(today)) {
            errors.add(new FieldError("last", "error.absence-past", Map.of("today", today)));
        }
        known.stream()
                .filter(other -> !other.id().equals(absence.id()) && other.meets(absence))
                .findFirst()
                .ifPresent(other -> errors.add(new FieldError(
                        "first", "error.absence-overlaps", Map.of("first", other.first(), "last", other.last()))));
        substituteError(absence.person(), absence.substitute()).ifPresent(errors::add);
        if (!errors.isEmpty()) {
            throw MandatException.invalid(errors);
        }
    }

    private Optional<FieldError> substituteError(String person, String substitute) {
        if (substitute == null) {
            return Optional.empty();
        }
        Optional<Person> named = directory.now().person(substitute);
        if (named.isEmpty()) {
            return Optional.of(new FieldError("substitute", "error.unknown-person", Map.of("person", substitute)));
        }
        if (Objects.equals(person, substitute)) {
            return Optional.of(new FieldError("substitute", "error.substitutes-themself"));
        }
        return named.filter(one -> !one.active() || one.isAuditor())
                .map(one -> new FieldError("substitute", "error.may-not-stand-in", Map.of("person", substitute)));
    }

    /** Both days are given, in order. */
    static void requireDays(LocalDate first, LocalDate last) {
        List<FieldError> errors = new ArrayList<>();
        if (first == null) {
            errors.add(new FieldError("first", "error.required"));
        }
        if (last == null) {
            errors.add(new FieldError("last", "error.required"));
        }
        if (first != null && last != null && last.isBefore(first)) {
            errors.add(new FieldError("last", "error.ends-before-it-begins"));
        }
        if (!errors.isEmpty()) {
            throw MandatException.invalid(errors);
        }
    }

    void write(Absence absence) {
        write(absence, false);
    }

    void cancel(Absence absence) {
        write(absence, true);
    }

    private void write(Absence absence, boolean cancelled) {
        directory.changed(tables.write(
                absence, cancelled, caller.actor().username(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }
}
