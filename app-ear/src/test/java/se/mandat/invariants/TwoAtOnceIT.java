package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.mandat.running.RunningSystem;

/**
 * Two people do two different things on one case at the same moment, for every pair of commands that can meet: one
 * outcome, no word lost of what was taken, and never an incident. So it is where a manager moves what is owed on the case
 * meanwhile, and where whoever owes it goes away.
 */
class TwoAtOnceIT extends PathTest {

    private static final String NOW = "2027-09-06T10:00";
    private static final String TODAY = NOW.substring(0, 10);
    private static final String MOVED = "Det blir jämnare så";
    private static final Set<Integer> REFUSED = Set.of(403, 404, 409, 412);

    /** What people write in, of all that is sent. */
    private static final List<String> TEXTS =
            List.of("reason", "text", "what", "cause", "question", "words", "evidence");

    private final Watch watch = new Watch(this);

    @AfterEach
    void everybodyIsHere() {
        tables.does("update absence set cancelled = true", "update directory_reading set version = version + 1");
        assertThat(inside.readTheDirectory()).isTrue();
    }

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

    @Test
    void whateverSomebodyDoesWhileAManagerMovesWhatIsOwedHasOneOutcome() {
        inside.itIs(NOW);
        Set<String> met = new HashSet<>();
        int moved = 0;
        for (Map.Entry<String, Supplier<String>> situation : situations().entrySet()) {
            String example = situation.getValue().get();
            for (May may : mays(example)) {
                if (isOwed(example) && met.add(may.call())) {
                    moved += meetsAMove(situation.getKey(), situation.getValue().get(), may) ? 1 : 0;
                }
            }
        }
        assertThat(met).hasSizeGreaterThan(20);
        assertThat(moved).as("moves that were let through").isGreaterThan(10);
    }

    @Test
    void whateverSomebodyDoesWhileADebtorGoesAwayHasOneOutcome() {
        inside.itIs(NOW);
        Set<String> met = new HashSet<>();
        for (Map.Entry<String, Supplier<String>> situation : situations().entrySet()) {
            String example = situation.getValue().get();
            for (May may : mays(example)) {
                if (isOwed(example) && met.add(may.call())) {
                    meetsAnAbsence(situation.getKey(), situation.getValue().get(), may);
                }
            }
        }
        assertThat(met).hasSizeGreaterThan(20);
    }

    private Map<String, Supplier<String>> situations() {
        Map<String, Supplier<String>> situations = new LinkedHashMap<>();
        situations.put("waits for a decision", this::decidedByKarin);
        situations.put("is rejected", this::rejectedByKarin);
        situations.put("looks for an owner", this::assigned);
        situations.put("is owned by nobody", this::declinedTwice);
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

    private String declinedTwice() {
        String number = decidedByKarin();
        approves("karin", number, "lina");
        declines("lina", number, "gun");
        declines("gun", number, "hugo");
        owes(number, "APPOINT", "tove");
        return number;
    }

    private void declines(String asked, String number, String better) {
        as(asked)
                .does(number, "ownership", "accept", false, "betterOwner", better, "reason", "Hinner inte")
                .done();
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
        List<May> may = mays(number);
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

    private List<May> mays(String number) {
        List<May> may = new ArrayList<>();
        for (String person : AnyCommand.PEOPLE) {
            as(person).reads(number).json().path("rights").forEach(right -> may.add(new May(person, right.asText())));
        }
        may.removeIf(one -> one.call().equals("contact"));
        return may;
    }

    private boolean isOwed(String number) {
        return tables.count(
                        "select count(*) from obligation where case_number = ? and state = 'OPEN' and leads", number)
                > 0;
    }

    private void meet(String situation, String number, May one, May other) {
        String target = one.call().equals("merge") || other.call().equals("merge") ? decidedByKarin() : "";
        Command first = command(number, one, target);
        Command second = command(number, other, target);
        CompletableFuture<Answer> at = CompletableFuture.supplyAsync(first.send());
        Answer secondAnswer = second.send().get();
        Answer firstAnswer = at.join();
        String said = "a case that " + situation + ": " + one + " " + firstAnswer.status() + " " + firstAnswer.body()
                + " and " + other + " " + secondAnswer.status() + " " + secondAnswer.body();
        assertThat(List.of(firstAnswer.status(), secondAnswer.status()))
                .as(said)
                .allMatch(status -> status < 300 || REFUSED.contains(status))
                .anyMatch(status -> status < 300);
        isKept(said, number, first, firstAnswer);
        isKept(said, number, second, secondAnswer);
        look(number, target);
    }

    /** What leads the case is moved by the manager of whoever owes it, to somebody who may take it in most situations. */
    private boolean meetsAMove(String situation, String number, May may) {
        String target = may.call().equals("merge") ? decidedByKarin() : "";
        String debtor = leading(number).get(1);
        String manager = AnyAbsence.line(debtor).getFirst();
        String body = Raising.json(
                "obligations",
                List.of(leadingId(number)),
                "to",
                debtor.equals("erik") ? "tove" : "erik",
                "reason",
                MOVED);
        Command command = command(number, may, target);
        CompletableFuture<Answer> moving =
                CompletableFuture.supplyAsync(() -> as(manager).posts("/obligations/handover", body));
        Answer answer = command.send().get();
        Answer moved = moving.join();
        String said = "a case that " + situation + ": " + may + " " + answer.status() + " " + answer.body() + " and "
                + manager + " moves it " + moved.status() + " " + moved.body();
        assertThat(answer.status()).as(said).matches(status -> status < 300 || REFUSED.contains(status));
        assertThat(moved.status()).as(said).isIn(200, 403, 409, 422);
        assertThat(answer.status() < 300 || moved.status() == 200).as(said).isTrue();
        isKept(said, number, command, answer);
        if (moved.status() == 200) {
            assertThat(told(number)).as(said).contains(MOVED);
        }
        look(number, target);
        return moved.status() == 200;
    }

    /** The absence has begun, and what is owed is about to be somebody else's. */
    private void meetsAnAbsence(String situation, String number, May may) {
        String target = may.call().equals("merge") ? decidedByKarin() : "";
        String debtor = leading(number).get(1);
        Command command = command(number, may, target);
        as(debtor)
                .posts("/absences", Raising.json("first", TODAY, "last", TODAY))
                .done();
        CompletableFuture<Void> going = CompletableFuture.runAsync(() -> inside.standInsAreSettled(number));
        Answer answer = command.send().get();
        going.join();
        String said = "a case that " + situation + ", " + debtor + " goes away: " + may + " " + answer.status() + " "
                + answer.body();
        assertThat(answer.status()).as(said).matches(status -> status < 300 || REFUSED.contains(status));
        isKept(said, number, command, answer);
        inside.standInsAreSettled(number);
        assertThat(tables.count(
                        "select count(*) from obligation where case_number = ? and state = 'OPEN' and debtor = ?",
                        number,
                        debtor))
                .as(said)
                .isZero();
        look(number, target);
        everybodyIsHere();
    }

    private void look(String number, String target) {
        watch.look(number);
        watch.lookAtTheHistory(number);
        if (!target.isEmpty()) {
            watch.look(target);
        }
    }

    /** What was taken can be read, word for word. */
    private void isKept(String said, String number, Command command, Answer answer) {
        if (answer.status() < 300 && !command.text().isEmpty()) {
            assertThat(told(number)).as(said).contains(command.text());
        }
    }

    private String told(String number) {
        return as("astrid").reads(number).body()
                + as("astrid").gets("/cases/" + number + "/history").body();
    }

    /** @param text what is written in it; empty when nothing is */
    private record Command(Supplier<Answer> send, String text) {}

    /** What will be sent, once it is known what was read. */
    private Command command(String number, May may, String target) {
        Answer read = as(may.person()).reads(number);
        AnyCommand command = new AnyCommand(may.person(), may.call(), 2);
        String path = "/cases/" + number + "/" + command.path(read.json());
        boolean ofTime = may.call().startsWith("extensions") || may.call().startsWith("pauses");
        String tag = may.call().startsWith("contributions/")
                ? contributionTag(read.json())
                : ofTime ? tagOf(command.timed(read.json())) : read.tag();
        String body = ofTime ? command.body(read.json(), List.of(), LocalDate.parse(TODAY)) : body(may.call(), target);
        if (body == null) {
            return new Command(() -> as(may.person()).sends("PUT", path, null, "If-Match", tag), "");
        }
        String text = may.call() + " av " + may.person();
        ObjectNode written = (ObjectNode) RunningSystem.json(body);
        List<String> texts = TEXTS.stream().filter(written::has).toList();
        texts.forEach(field -> written.put(field, text));
        return new Command(
                () -> as(may.person()).sends("POST", path, written.toString(), "If-Match", tag),
                texts.isEmpty() ? "" : text);
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
