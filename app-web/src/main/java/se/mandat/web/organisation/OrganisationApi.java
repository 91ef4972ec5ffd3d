package se.mandat.web.organisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.mandat.organisation.Absence;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Level;
import se.mandat.organisation.ListAbsences;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.organisation.Role;
import se.mandat.organisation.Unit;
import se.mandat.web.platform.Cursors;
import se.mandat.web.platform.Listing;
import se.mandat.web.platform.Query;

/** The organisation as last read from the identity provider. */
@Path("/api/v1/organisation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationApi {

    private static final String PEOPLE = "people";

    @Inject
    private Directory directory;

    @Inject
    private ListAbsences listAbsences;

    @Inject
    private Cursors cursors;

    /**
     * A unit with those below it.
     *
     * @param manager null while nobody is named
     * @param deputy who stands in where the line of managers ends; only on the root
     * @param onCall whom to telephone when a customer comes to harm, or null
     */
    record UnitAnswer(
            String path, String name, PersonName manager, PersonName deputy, String onCall, List<UnitAnswer> units) {}

    record PersonName(String username, String name) {}

    /**
     * Somebody in the organisation.
     *
     * @param unit null for who belongs to none, or to several
     * @param manages paths of the units that this person manages
     * @param standsInFor user names of whom this person stands in for: as the root's deputy, or as a substitute now
     * @param absences when this person is or will be away, the earliest first
     */
    record PersonAnswer(
            String username,
            String name,
            String unit,
            List<String> roles,
            Level level,
            List<String> manages,
            List<String> standsInFor,
            List<AbsenceAnswer> absences,
            boolean active) {}

    /**
     * Somebody is away, or will be.
     *
     * @param from the first day in Stockholm
     * @param to the last day, included
     * @param substitute null means the manager, from the first working day
     */
    record AbsenceAnswer(LocalDate from, LocalDate to, String substitute) {}

    @GET
    @Path("units")
    public UnitAnswer units() {
        Organisation organisation = directory.now();
        return unit(organisation.root(), organisation);
    }

    @GET
    @Path("people")
    public Listing<PersonAnswer> people(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        String after = cursors.open(PEOPLE, cursor);
        int atMost = Query.limit(limit);
        Organisation organisation = directory.now();
        List<Person> people = organisation.people().stream()
                .filter(person -> after == null || person.username().compareTo(after) > 0)
                .limit(atMost + 1L)
                .toList();
        List<ListAbsences.View> away = listAbsences.all();
        List<PersonAnswer> items = people.stream()
                .limit(atMost)
                .map(person -> person(person, organisation, away))
                .toList();
        return new Listing<>(
                items,
                cursors.seal(PEOPLE, people.size() > atMost ? items.getLast().username() : null));
    }

    private static UnitAnswer unit(Unit unit, Organisation organisation) {
        return new UnitAnswer(
                unit.path(),
                unit.name(),
                organisation.person(unit.manager()).map(OrganisationApi::name).orElse(null),
                unit.parent() == null
                        ? organisation.deputy().map(OrganisationApi::name).orElse(null)
                        : null,
                unit.onCall(),
                organisation.units().stream()
                        .filter(below -> unit.path().equals(below.parent()))
                        .map(below -> unit(below, organisation))
                        .toList());
    }

    private static PersonName name(Person person) {
        return new PersonName(person.username(), person.name());
    }

    private static PersonAnswer person(Person person, Organisation organisation, List<ListAbsences.View> away) {
        return new PersonAnswer(
                person.username(),
                person.name(),
                person.unit(),
                roles(person),
                person.level(),
                organisation.units().stream()
                        .filter(unit -> person.username().equals(unit.manager()))
                        .map(Unit::path)
                        .toList(),
                standsInFor(person, organisation, away),
                away.stream()
                        .map(ListAbsences.View::absence)
                        .filter(absence -> absence.person().equals(person.username()))
                        .map(absence -> new AbsenceAnswer(absence.first(), absence.last(), absence.substitute()))
                        .toList(),
                person.active());
    }

    private static List<String> standsInFor(Person person, Organisation organisation, List<ListAbsences.View> away) {
        boolean deputy = organisation.deputy().filter(person::equals).isPresent();
        String top = organisation.root().manager();
        return Stream.concat(
                        Stream.ofNullable(deputy && !Objects.equals(top, person.username()) ? top : null),
                        away.stream()
                                .filter(ListAbsences.View::begun)
                                .map(ListAbsences.View::absence)
                                .filter(absence -> person.username().equals(absence.substitute()))
                                .map(Absence::person))
                .distinct()
                .toList();
    }

    static List<String> roles(Person person) {
        return person.roles().stream().sorted().map(Role::realmName).toList();
    }
}
