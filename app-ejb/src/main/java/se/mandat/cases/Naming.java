package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import se.mandat.obligation.Eligibility;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.promise.Breach;
import se.mandat.promise.Promises;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.worktime.WorkingCalendar;

/** The people, units and promises that somebody names in a command: whether there are such, and whether they may. */
@ApplicationScoped
class Naming {

    private final Supplier<Organisation> organisation;
    private final Function<Person, WorkingCalendar> calendarOf;
    private final Supplier<Instant> now;

    /** Only for the container's proxy. */
    protected Naming() {
        this(() -> null, person -> WorkingCalendar.standard(), () -> null);
    }

    @Inject
    Naming(Directory directory, Obligations obligations, Cases cases) {
        this(directory::now, obligations::calendarOf, cases::now);
    }

    Naming(Supplier<Organisation> organisation, Function<Person, WorkingCalendar> calendarOf, Supplier<Instant> now) {
        this.organisation = organisation;
        this.calendarOf = calendarOf;
        this.now = now;
    }

    @Inject
    private Promises promises;

    /**
     * The touched units, the lead unit first, each once.
     *
     * @param paths null or empty means the raiser's own unit
     * @throws MandatException naming each unknown unit, or when the raiser has no unit of their own
     */
    List<String> units(List<String> paths, Person raiser, String field) {
        if (paths == null || paths.isEmpty()) {
            if (raiser.unit() == null) {
                throw MandatException.invalid(field, "error.no-unit-of-your-own");
            }
            return List.of(raiser.unit());
        }
        Organisation known = organisation.get();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            if (path == null || known.unit(path).isEmpty()) {
                errors.add(new FieldError(
                        field + "[" + i + "]", "error.unknown-unit", Map.of("unit", String.valueOf(path))));
            }
        }
        if (!errors.isEmpty()) {
            throw MandatException.invalid(errors);
        }
        return List.copyOf(new LinkedHashSet<>(paths));
    }

    /**
     * Whoever shall own the case: the named person, or the lead unit's manager when nobody is named.
     *
     * @throws MandatException when there is no such person, or they may own nothing
     */
    Person owner(String named, String leadUnit, Involvement involvement, String field) {
        if (named == null || named.isBlank()) {
            return organisation.get().line(leadUnit).stream()
                    .filter(person -> Eligibility.mayHold(ObligationKind.ACT, person, involvement))
                    .findFirst()
                    .or(() -> organisation.get().deputy())
                    .orElseThrow(() -> MandatException.invalid(field, "error.required"));
        }
        return holder(named, ObligationKind.ACT, involvement, field);
    }

    /**
     * Those whose help is asked for, each with what and by when.
     *
     * @param given null means nobody
     * @throws MandatException naming each that is unknown, or may not contribute, or whose day has gone by or is one on
     *     which their unit is closed
     */
    List<Contributor> contributors(List<ContributorGiven> given, Involvement involvement, String field) {
        List<Contributor> contributors = named(given, involvement, field);
        requireDays(contributors, field);
        return contributors;
    }

    /** @throws MandatException naming the first whose day has gone by or is one on which their unit is closed */
    void requireDays(List<Contributor> contributors, String field) {
        for (int i = 0; i < contributors.size(); i++) {
            requireDeadline(contributors.get(i), field + "[" + i + "].dueOn");
        }
    }

    /** As {@link #contributors}, whatever day is said, for whoever asks first whom it would concern. */
    List<Contributor> named(List<ContributorGiven> given, Involvement involvement, String field) {
        List<Contributor> contributors = new ArrayList<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            ContributorGiven one = given.get(i);
            String at = field + "[" + i + "].to";
            if (one == null || one.to() == null || one.to().isBlank()) {
                throw MandatException.invalid(at, "error.required");
            }
            Person person = organisation
                    .get()
                    .unit(one.to())
                    .map(unit -> organisation.get().line(unit.path()).stream()
                            .findFirst()
                            .orElseThrow(() -> MandatException.invalid(
                                    List.of(new FieldError(at, "error.unknown-person", Map.of("person", one.to()))))))
                    .orElseGet(() -> holder(one.to(), ObligationKind.CONTRIBUTE, involvement, at));
            contributors.add(new Contributor(person, one.what(), one.dueOn()));
        }
        return contributors;
    }

    private void requireDeadline(Contributor contributor, String field) {
        if (contributor.dueOn() == null) {
            return;
        }
        WorkingCalendar calendar = calendarOf.apply(contributor.person());
        if (!calendar.dueOn(contributor.dueOn(), field).isAfter(now.get())) {
            LocalDate next = calendar.nextWorkingDay(LocalDate.ofInstant(now.get(), WorkingCalendar.ZONE));
            throw MandatException.invalid(
                    List.of(new FieldError(field, "error.past", Map.of("date", next.toString()))));
        }
    }

    /** Somebody whose help is asked for. */
    record Contributor(Person person, String what, LocalDate dueOn) {}

    /** The units that are touched when these people contribute, each once; the lead unit stays the first. */
    static List<String> touched(List<String> units, List<Contributor> contributors) {
        Set<String> touched = new LinkedHashSet<>(units);
        contributors.stream()
                .map(contributor -> contributor.person().unit())
                .filter(Objects::nonNull)
                .forEach(touched::add);
        return List.copyOf(touched);
    }

    /**
     * The breach of this promise.
     *
     * @param promise null or blank means that none was broken
     * @return null when none was
     * @throws MandatException when there is no such promise in force
     */
    Breach breach(String promise) {
        return promise == null || promise.isBlank() ? null : promises.breachOf(promise, "promise");
    }

    /** The named person, if there is one and they may hold this. */
    Person holder(String username, ObligationKind kind, Involvement involvement, String field) {
        Person person = organisation
                .get()
                .person(username)
                .orElseThrow(() -> MandatException.invalid(
                        List.of(new FieldError(field, "error.unknown-person", Map.of("person", username)))));
        if (!Eligibility.mayHold(kind, person, involvement)) {
            throw MandatException.invalid(
                    List.of(new FieldError(field, "error.may-not-hold." + kind.name(), Map.of("person", username))));
        }
        return person;
    }
}
