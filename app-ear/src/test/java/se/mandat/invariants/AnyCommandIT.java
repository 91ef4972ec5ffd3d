package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever anybody does in whatever order, and whoever is away meanwhile: the rights that the API shows are the commands
 * that it takes, a refusal changes nothing, nothing is ever an incident, and what must always be true of a case stays
 * true. A sequence that fails is played again in smaller parts, and the smallest that still fails is printed.
 *
 * <p>{@code -Dmandat.seed} plays another sequence, {@code -Dmandat.commands} a longer one.
 */
class AnyCommandIT extends PathTest {

    private static final long SEED = Long.getLong("mandat.seed", 20270201);
    private static final int COMMANDS = Integer.getInteger("mandat.commands", 2_000);
    private static final int AT_ONCE = 10;
    private static final int REPLAYS = 60;

    /** What people may do at nearly any time, and which would crowd out the rest. */
    private static final List<String> ALWAYS =
            List.of("voices", "messages", "following", "merge", "outcome", "withdrawal", "handover", "objection");

    private final Watch watch = new Watch(this);
    private final Map<String, Integer> carriedOut = new TreeMap<>();
    private final AnyAbsence absences = new AnyAbsence(this::as, SEED);
    private final AnyHandingOver handingOver = new AnyHandingOver(this::as, tables, SEED);
    private final List<String> over = new ArrayList<>();
    private Instant now;

    @AfterEach
    void everybodyIsHere() {
        tables.does("update absence set cancelled = true", "update directory_reading set version = version + 1");
        assertThat(inside.readTheDirectory()).isTrue();
    }

    /** A case as it was raised, and everything that was tried on it. */
    private static final class Life {
        private final String raiser;
        private final Raising raising;
        private final List<AnyCommand> commands = new ArrayList<>();
        private String number;

        Life(String raiser, Raising raising) {
            this.raiser = raiser;
            this.raising = raising;
        }
    }

    /** Something about to be tried, and the case as whoever tries it has read it. */
    private record Attempt(AnyCommand command, JsonNode seen) {}

    @Test
    void whateverAnybodyDoesWhatMustBeTrueStaysTrue() {
        Random random = new Random(SEED);
        itIs(Inside.at("2027-08-02T09:00"));
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            if (random.nextInt(8) == 0) {
                itIs(now.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 6))));
            }
            if (lives.size() < AT_ONCE) {
                lives.add(begin(random));
            }
            if (random.nextInt(40) == 0) {
                absences.changes(now.atZone(Inside.STOCKHOLM).toLocalDate());
            }
            if (random.nextInt(30) == 0) {
                handingOver.changes(numbers(lives)).forEach(watch::look);
            }
            Life life = AnyCommand.one(lives, random);
            inside.standInsAreSettled(life.number);
            Attempt attempt = next(life, random);
            life.commands.add(attempt.command());
            try {
                carryOut(life, attempt, others(lives, life));
            } catch (AssertionError failure) {
                throw new AssertionError(
                        "seed " + SEED + ", command " + i + ": " + reduced(life, others(lives, life)), failure);
            }
            if (random.nextInt(4) == 0 && isOver(life.number)) {
                watch.lookAtTheHistory(life.number);
                over.add(life.number);
                lives.remove(life);
            }
        }
        watch.lookAtTheLedgers();
        assertThat(absences.hasHappened()).isTrue();
        assertThat(handingOver.hasHappened()).isTrue();
        assertThat(tables.count("select count(*) from case_ where recurrence_of = any (?::text[])", all(over)))
                .as("what came back")
                .isPositive();
        assertThat(tables.count(
                        "select count(*) from history_entry where on_behalf_of is not null and at > '2027-08-02'"))
                .as("what was done in somebody's place")
                .isPositive();
        assertThat(carriedOut.keySet())
                .as("every command was carried out at least once")
                .containsAll(AnyCommand.CALLS);
    }

    private void itIs(Instant at) {
        now = at;
        inside.itIs(at);
    }

    private Life begin(Random random) {
        List<String> raisers = List.of("sara", "amir", "hugo", "noor", "karin", "tove", "eva", "lina");
        Raising raising = random.nextInt(4) == 0
                ? Raising.question()
                : Raising.change(AnyCommand.one(List.of(0L, 100L, 30_000L, 300_000L), random));
        if (random.nextInt(4) == 0) {
            raising = raising.touching(Raising.GATA, Raising.KUNDSERVICE);
        }
        if (random.nextInt(5) == 0) {
            raising = raising.shielded();
        }
        List<String> mayComeBack = mayComeBack();
        if (!mayComeBack.isEmpty() && random.nextInt(4) == 0) {
            raising = raising.again(AnyCommand.one(mayComeBack, random));
        }
        Life life = new Life(AnyCommand.one(raisers, random), raising.outcome(AnyCommand.outcome(random)));
        raise(life);
        return life;
    }

    /** What goes on as another case may still be open there. */
    private List<String> mayComeBack() {
        return over.stream()
                .filter(number -> !"MERGED".equals(tables.one("select closed_as from case_ where number = ?", number)))
                .toList();
    }

    private void raise(Life life) {
        life.number = as(life.raiser).raises(life.raising).done().number();
        watch.look(life.number);
    }

    /** Mostly what somebody who has to do with the case may do now; else anything by anybody. */
    private Attempt next(Life life, Random random) {
        if (random.nextInt(6) == 0) {
            return attempt(life, AnyCommand.by(AnyCommand.one(AnyCommand.PEOPLE, random), random));
        }
        List<String> debtors = tables.all(
                "select debtor from obligation where case_number = ? and state = 'OPEN'"
                        + " union all select raised_by from case_ where number = ?"
                        + " union all select owner from case_ where number = ? and owner_accepted order by 1",
                life.number,
                life.number,
                life.number);
        String person =
                random.nextInt(6) == 0 ? AnyCommand.one(AnyCommand.PEOPLE, random) : AnyCommand.one(debtors, random);
        JsonNode seen = as(person).reads(life.number).json();
        List<String> rights = rights(seen);
        List<String> telling = rights.stream()
                .filter(ALWAYS::contains)
                .filter(right -> random.nextInt(10) > 0)
                .toList();
        rights.removeAll(telling);
        return new Attempt(
                rights.isEmpty()
                        ? AnyCommand.by(person, random)
                        : new AnyCommand(person, AnyCommand.one(rights, random), random.nextLong()),
                seen);
    }

    private Attempt attempt(Life life, AnyCommand command) {
        return new Attempt(command, as(command.person()).reads(life.number).json());
    }

    private static List<String> rights(JsonNode seen) {
        List<String> rights = new ArrayList<>();
        seen.path("rights").forEach(right -> rights.add(right.asText()));
        rights.remove("contact");
        return rights;
    }

    private void carryOut(Life life, Attempt attempt, List<String> others) {
        AnyCommand command = attempt.command();
        JsonNode seen = attempt.seen();
        long history = entries(life.number);
        LocalDate today = now.atZone(Inside.STOCKHOLM).toLocalDate();
        Answer answer = as(command.person())
                .sends(
                        command.method(),
                        "/cases/" + life.number + "/" + command.path(seen),
                        command.body(seen, others, today),
                        "If-Match",
                        "*");
        String said = command + " on " + life.number + " answered " + answer.status() + " " + answer.body();
        assertThat(answer.status()).as(said).isLessThan(500).isNotIn(400, 412, 428, 429);
        boolean granted = rights(seen).contains(command.call());
        if (answer.status() < 300) {
            assertThat(granted).as(said + " though it was no right").isTrue();
            carriedOut.merge(command.call(), 1, Integer::sum);
        } else {
            assertThat(answer.status()).as(said).isIn(granted ? List.of(409, 422) : List.of(403, 404, 409));
            assertThat(granted && answer.body().contains("/problems/collision"))
                    .as(said + " though nobody else did anything")
                    .isFalse();
            assertThat(entries(life.number)).as(said + " but changed something").isEqualTo(history);
        }
        watch.look(life.number);
        if (command.seed() % 4 == 0) {
            watch.lookAtTheHistory(life.number);
        }
        JsonNode into = answer.json().path("mergedInto");
        if (answer.status() < 300 && into.isTextual()) {
            watch.look(into.asText());
        }
    }

    private long entries(String number) {
        return tables.count("select count(*) from history_entry where subject = ?", number);
    }

    private boolean isOver(String number) {
        return tables.count("select count(*) from case_ where number = ? and stage = 'CLOSED'", number) == 1;
    }

    private static List<String> others(List<Life> lives, Life life) {
        List<String> others =
                numbers(lives.stream().filter(other -> other != life).toList());
        return others.isEmpty() ? List.of("M-2020-0001") : others;
    }

    private static List<String> numbers(List<Life> lives) {
        return lives.stream().map(life -> life.number).toList();
    }

    private static String all(List<String> numbers) {
        return "{" + String.join(",", numbers) + "}";
    }

    /** The smallest part of what was tried on this case that still fails on a new one. */
    private String reduced(Life failed, List<String> others) {
        List<AnyCommand> smallest = new ArrayList<>(failed.commands);
        int replays = 0;
        for (int i = smallest.size() - 2; i >= 0 && replays < REPLAYS; i--, replays++) {
            List<AnyCommand> smaller = new ArrayList<>(smallest);
            smaller.remove(i);
            if (fails(failed, smaller, others)) {
                smallest = smaller;
            }
        }
        return failed.raiser + " raises " + failed.raising + ", then " + smallest;
    }

    private boolean fails(Life like, List<AnyCommand> commands, List<String> others) {
        Life life = new Life(like.raiser, like.raising);
        try {
            raise(life);
            for (AnyCommand command : commands) {
                carryOut(life, attempt(life, command), others);
            }
            return false;
        } catch (AssertionError failure) {
            return true;
        }
    }
}
