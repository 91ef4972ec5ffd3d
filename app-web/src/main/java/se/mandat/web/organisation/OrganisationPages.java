package se.mandat.web.organisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.mandat.insight.CountPassedBy;
import se.mandat.organisation.Directory;
import se.mandat.organisation.DirectoryProblems;
import se.mandat.organisation.DirectoryProblems.DirectoryProblem;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.organisation.Role;
import se.mandat.organisation.Unit;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Page;

/** The organisation as Mandat knows it. */
@Path("/organisation")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class OrganisationPages {

    private static final Set<DirectoryProblems.Kind> WITHOUT_MANAGER =
            Set.of(DirectoryProblems.Kind.UNIT_WITHOUT_MANAGER, DirectoryProblems.Kind.MANAGER_UNKNOWN);

    @Inject
    private Directory directory;

    @Inject
    private DirectoryProblems problems;

    @Inject
    private CountPassedBy countPassedBy;

    @Inject
    private Names names;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page organisation() {
        Frame frame = frames.frame(request, "organisation");
        Organisation organisation = directory.now();
        boolean steward = frame.loggedIn() && frame.me().steward();
        return Page.of(
                "organisation",
                "frame",
                frame,
                "organisation",
                new OrganisationView(
                        organisation.isEmpty() ? null : node(organisation.root(), organisation),
                        steward ? troubles() : List.of(),
                        directory.readAt().orElse(null)));
    }

    private OrganisationView.UnitNode node(Unit unit, Organisation organisation) {
        return new OrganisationView.UnitNode(
                unit.path(),
                unit.name(),
                organisation
                        .person(unit.manager())
                        .filter(Person::active)
                        .map(OrganisationPages::member)
                        .orElse(null),
                organisation.people().stream()
                        .filter(person -> unit.path().equals(person.unit()))
                        .filter(person -> !person.username().equals(unit.manager()))
                        .sorted(Comparator.comparing(Person::name))
                        .map(OrganisationPages::member)
                        .toList(),
                unit.onCall(),
                organisation.units().stream()
                        .filter(below -> unit.path().equals(below.parent()))
                        .map(below -> node(below, organisation))
                        .toList());
    }

    private static OrganisationView.Member member(Person person) {
        return new OrganisationView.Member(
                person.username(),
                person.name(),
                person.level().name(),
                person.roles().stream().map(Role::realmName).sorted().toList(),
                person.active());
    }

    private List<OrganisationView.Trouble> troubles() {
        List<DirectoryProblem> found = problems.list();
        Map<String, Integer> passedBy = countPassedBy.of(found.stream()
                .filter(problem -> WITHOUT_MANAGER.contains(problem.kind()))
                .flatMap(problem -> problem.units().stream())
                .toList());
        return found.stream().map(problem -> trouble(problem, passedBy)).toList();
    }

    private OrganisationView.Trouble trouble(DirectoryProblem problem, Map<String, Integer> passedBy) {
        String about = Stream.concat(
                        Stream.ofNullable(problem.person()).map(names::person),
                        problem.units().stream().map(names::unit))
                .collect(Collectors.joining(", "));
        int passed = WITHOUT_MANAGER.contains(problem.kind())
                ? problem.units().stream()
                        .mapToInt(unit -> passedBy.getOrDefault(unit, 0))
                        .sum()
                : 0;
        return new OrganisationView.Trouble(problem.kind().name(), about, passed);
    }
}
