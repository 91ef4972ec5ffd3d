package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.Inputs;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;
import se.mandat.shared.Text;

/**
 * A manager moves open obligations of one person below them to somebody else, with one reason: all of them or none, each
 * by its own due time and in the history of its own case. Ownership goes along with the action and with the question of
 * ownership. What has ended or moved since the manager read it is a conflict.
 */
@Stateless
public class HandOverObligations {

    private static final int AT_ONCE = 200;

    @Inject
    private CallingPerson caller;

    @Inject
    private Inputs inputs;

    @Inject
    private Directory directory;

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private Debtors debtors;

    @Inject
    private MoveDebt moveDebt;

    /**
     * @param from user name of whoever's they were when the manager read them; null means of one person, whoever it is
     * @param to user name of whoever shall owe them
     */
    public record Command(
            @Text(max = 200) String from,
            @NotEmpty(message = "error.required") @Size(max = AT_ONCE, message = "error.too-many")
                    List<UUID> obligations,
            @Text(required = true, max = 200) String to,
            @Text(required = true) String reason) {}

    /** One of them, with the case that it is owed on. */
    private record Chosen(Case of, Obligation owed, int at) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        Person manager = caller.whoMayChange();
        List<UUID> ids = command.obligations() == null
                ? List.of()
                : command.obligations().stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(AT_ONCE)
                        .toList();
        Map<UUID, String> numbers = obligations.casesOf(ids);
        List<Chosen> chosen = held(command, ids, numbers);
        (command.from() == null ? people(chosen) : Set.of(command.from())).forEach(one -> requireAbove(manager, one));
        requireStill(command.from(), chosen);
        inputs.check(command);
        if (command.obligations().stream().anyMatch(Objects::isNull)) {
            throw MandatException.invalid("obligations", "error.required");
        }
        requireKnown(ids, numbers);
        if (people(chosen).size() > 1) {
            throw MandatException.invalid("obligations", "error.of-one-person");
        }
        String whose = chosen.getFirst().owed().whose();
        Person to = directory
                .now()
                .person(command.to())
                .orElseThrow(() -> MandatException.invalid(
                        List.of(new FieldError("to", "error.unknown-person", Map.of("person", command.to())))));
        if (to.username().equals(whose)) {
            throw MandatException.invalid("to", "error.owes-it-already");
        }
        requireAllowed(to, chosen);
        chosen.forEach(one -> moveDebt.move(
                one.of(),
                one.owed(),
                debtors.of(to, one.owed().kind(), one.owed().concerns(), one.of()),
                Cause.HANDED_OVER,
                command.reason()));
    }

    /** Every case is held, in the order of their numbers, before anything of it is read. */
    private List<Chosen> held(Command command, List<UUID> ids, Map<UUID, String> numbers) {
        Map<String, Case> byNumber = new TreeMap<>();
        numbers.values().stream().sorted().distinct().forEach(number -> byNumber.put(number, cases.hold(number)));
        List<Chosen> chosen = new ArrayList<>();
        for (UUID id : ids.stream().filter(numbers::containsKey).toList()) {
            Case of = byNumber.get(numbers.get(id));
            Obligation owed = obligations.of(of.number()).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            chosen.add(new Chosen(of, owed, command.obligations().indexOf(id)));
        }
        return chosen;
    }

    private static void requireKnown(List<UUID> ids, Map<UUID, String> numbers) {
        List<FieldError> unknown = ids.stream()
                .filter(id -> !numbers.containsKey(id))
                .map(id -> new FieldError(
                        "obligations[" + ids.indexOf(id) + "]",
                        "error.unknown-obligation",
                        Map.of("obligation", id.toString())))
                .toList();
        if (!unknown.isEmpty()) {
            throw MandatException.invalid(unknown);
        }
    }

    /** All are open still, and whoever's they were read to be. */
    private static void requireStill(String from, List<Chosen> chosen) {
        Optional<Chosen> over = chosen.stream()
                .filter(one -> !one.owed().isOpen()
                        || from != null && !from.equals(one.owed().whose()))
                .findFirst();
        if (over.isPresent()) {
            throw new MandatException(
                    Problem.NOT_NOW,
                    "problem.not-now.handover-of-obligations",
                    Map.of("case", over.get().of().number()));
        }
    }

    /** User names of those whose they are. */
    private static Set<String> people(List<Chosen> chosen) {
        return chosen.stream().map(one -> one.owed().whose()).collect(Collectors.toSet());
    }

    private void requireAbove(Person manager, String whose) {
        boolean above = directory
                .now()
                .person(whose)
                .filter(person -> directory.now().above(person).contains(manager))
                .isPresent();
        if (!above) {
            throw new MandatException(
                    Problem.NOT_YOUR_RIGHT, "problem.not-your-right.handover-of-obligations", Map.of("person", whose));
        }
    }

    private void requireAllowed(Person to, List<Chosen> chosen) {
        List<FieldError> refused = chosen.stream()
                .filter(one -> !debtors.allows(to, one.owed().kind(), one.owed().concerns(), one.of()))
                .map(one -> new FieldError(
                        "obligations[" + one.at() + "]",
                        "error.cannot-take",
                        Map.of(
                                "case", one.of().number(),
                                "person", to.username(),
                                "kind", one.owed().kind().name())))
                .toList();
        if (!refused.isEmpty()) {
            throw MandatException.invalid(refused);
        }
    }
}
