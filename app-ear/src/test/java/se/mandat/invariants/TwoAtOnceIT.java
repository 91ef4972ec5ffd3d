package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Two people do two different things on one case at the same moment, for every pair of commands that can meet: one
 * outcome, nothing lost that was taken, and never an incident.
 */
class TwoAtOnceIT extends PathTest {

    private static final String NOW = "2027-09-06T10:00";

    private final Watch watch = new Watch(this);

    /** Somebody who may give a command. */
    private record May(String person, String call) {}

    @Test
    void whateverTwoDoAtOnceHasOneOutcome() {
        inside.itIs(NOW);
        Set<Set<String>> met = new HashSet<>();
        for (Map.Entry<String, Supplier<String>> situation : situations().entrySet()) {
            for (List<May> pair : pairs(situation.getValue().get(), met)) {
                meet(situation.getKey(), situation.getValue().get(), pair.get(0), pair.get(1));
            }
        }
        assertThat(met).hasSizeGreaterThan(100);
    }

    private Map<String, Supplier<String>> situations() {
        Map<String, Supplier<String>> situations = new LinkedHashMap<>();
        situations.put("waits for a decision", this::decidedByKarin);
        situations.put("is rejected", this::rejectedByKarin);
        situations.put("looks for an owner", this::assigned);
        situations.put("is being worked on", this::busy);
        situations.put("has asked for more time", this::asking);
        situations.put("is paused", this::paused);
        situations.put("is amended", this::amended);
        situations.put("waits for its review", this::reviewed);
        situations.put("has failed twice", this::failedTwice);
        situations.put("has a question", this::questioned);
        situations.put("is closed", this::closed);
        return situations;
    }

    private String assigned() {
        String number =
                as("hugo").raises(Raising.change(0).ownedBy("lina")).done().number();
        as("gun").does(number, "objection", "reason", "Nej").done();
        return number;
    }

    /** With a contribution, a handover and an objection waiting beside the action. */
    private String busy() {
        String number = actingByHugo();
        as("hugo")
                .does(
                        number,
                        "action",
                        "what",
                        "En ramp",
                        "dueOn",
                        "2027-09-17",
                        "contributors",
                        List.of(Map.of("to", "ola", "what", "Mät upp")))
                .done();
        as("hugo").does(number, "handover", "to", "lina", "reason", "Du kan").done();
        as("gun").does(number, "objection", "reason", "Nej").done();
        return number;
    }

    private String asking() {
        String number = actingByHugo();
        as("hugo")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-09-16")
                .done();
        as("hugo")
                .does(
                        number,
                        "extensions",
                        "obligation",
                        leadingId(number),
                        "dueAt",
                        "2027-09-17T12:00:00+02:00",
                        "reason",
                        "Sjuk")
                .done();
        return number;
    }

    private String paused() {
        String number = actingByHugo();
        as("gun")
                .does(
                        number,
                        "pauses",
                        "obligation",
                        leadingId(number),
                        "until",
                        "2027-09-16",
                        "cause",
                        "Länsstyrelsen")
                .done();
        return number;
    }

    private String amended() {
        String number = decidedByKarin();
        as("karin")
                .does(
                        number,
                        "decision",
                        "verdict",
                        "AMENDED",
                        "reason",
                        "Billigare",
                        "proposal",
                        Raising.proposal(10L, true, List.of()))
                .done();
        return number;
    }

    private String reviewed() {
        String number = actingByHugo();
        as("hugo").does(number, "action/completion", "text", "Klart").done();
        as("hugo").does(number, "handover", "to", "lina", "reason", "Du kan").done();
        return number;
    }

    private String failedTwice() {
        String number = actingByHugo();
        for (int i = 0; i < 2; i++) {
            as("hugo").does(number, "action/completion", "text", "Klart").done();
            reviews(leading(number).get(1), number, "NOT_EFFECTIVE").done();
        }
        return number;
    }

    private String closed() {
        String number = rejectedByKarin();
        as("sara").does(number, "response", "accept", true).done();
        return number;
    }

    private String questioned() {
        String number = closed();
        as("sara")
                .does(number, "acknowledgement", "understood", false, "question", "Varför?")
                .done();
        return number;
    }

    /** Every pair of commands that two different people may give now and that has not met before. */
    private List<List<May>> pairs(String number, Set<Set<String>> met) {
        List<May> may = new ArrayList<>();
        for (String person : AnyCommand.PEOPLE) {
            as(person).reads(number).json().path("rights").forEach(right -> may.add(new May(person, right.asText())));
        }
        may.removeIf(one -> one.call().equals("contact"));
        List<List<May>> pairs = new ArrayList<>();
        for (May one : may) {
            for (May other : may) {
                if (!one.person().equals(other.person()) && met.add(new HashSet<>(List.of(one.call(), other.call())))) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        return pairs;
    }

    private void meet(String situation, String number, May one, May other) {
        String target = one.call().equals("merge") || other.call().equals("merge") ? decidedByKarin() : "";
        Supplier<Answer> first = command(number, one, target);
        Supplier<Answer> second = command(number, other, target);
        CompletableFuture<Answer> at = CompletableFuture.supplyAsync(first);
        Answer secondAnswer = second.get();
        Answer firstAnswer = at.join();
        String said = "a case that " + situation + ": " + one + " " + firstAnswer.status() + " " + firstAnswer.body()
                + " and " + other + " " + secondAnswer.status() + " " + secondAnswer.body();
        assertThat(List.of(firstAnswer.status(), secondAnswer.status()))
                .as(said)
                .allMatch(status -> status < 300 || Set.of(403, 404, 409, 412).contains(status))
                .anyMatch(status -> status < 300);
        watch.look(number);
        watch.lookAtTheHistory(number);
        if (!target.isEmpty()) {
            watch.look(target);
        }
    }

    /** What will be sent, once it is known what was read. */
    private Supplier<Answer> command(String number, May may, String target) {
        Answer read = as(may.person()).reads(number);
        AnyCommand command = new AnyCommand(may.person(), may.call(), 2);
        String path = "/cases/" + number + "/" + command.path(read.json());
        boolean ofTime = may.call().startsWith("extensions") || may.call().startsWith("pauses");
        String tag = may.call().startsWith("contributions/")
                ? contributionTag(read.json())
                : ofTime ? tagOf(command.timed(read.json())) : read.tag();
        String body = ofTime
                ? command.body(read.json(), List.of(), LocalDate.parse(NOW.substring(0, 10)))
                : body(may.call(), target);
        return () -> as(may.person()).sends(body == null ? "PUT" : "POST", path, body, "If-Match", tag);
    }

    private String contributionTag(JsonNode seen) {
        for (JsonNode obligation : seen.path("obligations")) {
            if (obligation.path("kind").asText().equals("CONTRIBUTE")) {
                return tagOf(obligation);
            }
        }
        throw new IllegalStateException("nobody contributes");
    }

    private String tagOf(JsonNode obligation) {
        return as("astrid")
                .gets("/obligations/" + obligation.path("id").asText())
                .tag();
    }

    private static String body(String call, String target) {
        return switch (call) {
            case "decision" -> Raising.json("verdict", "APPROVED", "reason", "Ja");
            case "referral", "appeal", "objection", "withdrawal", "contributions/cancellation" ->
                Raising.json("reason", "Därför");
            case "outcome" -> Raising.json("outcome", "NOT_REACHED", "reason", "Så gick det");
            case "appointment" -> Raising.json("person", "lina");
            case "response", "ownership" -> Raising.json("accept", true);
            case "proposal" -> Raising.json("text", "En ramp", "cost", 300_000, "reversible", true);
            case "merge" -> Raising.json("into", target, "reason", "Samma sak");
            case "handover" -> Raising.json("to", "noor", "reason", "Du kan det bättre");
            case "action" -> Raising.json("what", "En bredare ramp", "dueOn", "2027-09-16");
            case "progress", "action/completion", "contributions/completion", "answer" ->
                Raising.json("text", "Det är gjort");
            case "contributions/decline" -> Raising.json("better", "noor", "reason", "Hinner inte");
            case "effect-review" -> Raising.json("verdict", "NOT_EFFECTIVE", "evidence", "Jag såg det");
            case "voices" -> Raising.json("words", "Jag kom inte in", "goal", "Komma in", "outcome", "HARMED");
            case "messages" -> Raising.json("text", "Hur går det?");
            case "acknowledgement" -> Raising.json("understood", true);
            case "following" -> null;
            default -> throw new IllegalStateException(call);
        };
    }
}
