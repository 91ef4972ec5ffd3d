package se.mandat.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.mandat.running.RunningSystem;

/**
 * Reads a case's history as an outsider would and says what should have happened by itself, and when: a reminder, the
 * rungs, a lapse, the repeats, each once and at its minute. It knows the service levels and an almanac, and nothing of the
 * application.
 */
final class Ladders {

    /** What a failure may cost before everything is done anyway. */
    private static final Duration LATE = Duration.ofSeconds(60);

    /** So long after its moment comes what has failed never, once, twice and so on: in between nothing comes. */
    private static final List<Duration> LATER =
            Stream.of(0, 10, 70, 370, 2170, 3970, 5770).map(Duration::ofSeconds).toList();

    private static final Duration DAY = Duration.ofHours(9);
    private static final List<Duration> GRACES = List.of(DAY, Duration.ofHours(1));

    private enum Step {
        REMIND,
        DUE,
        MOVE,
        REPEAT,
        /** Told above what comes cannot be known; the next rescheduling says it. */
        UNKNOWN
    }

    /** One open obligation: what is awaited, and the times at which it may come. */
    private static final class Debt {
        private final String kind;
        private Instant opensAt;
        private Instant dueAt;
        private Instant remindAt;
        private Step step;
        private List<Instant> at = List.of();
        private boolean moving;
        private Instant handedOverAt;

        Debt(String kind) {
            this.kind = kind;
        }

        void awaitTheReminder() {
            if (remindAt != null && remindAt.isBefore(dueAt)) {
                await(Step.REMIND, remindAt);
            } else {
                await(Step.DUE, dueAt);
            }
        }

        void await(Step what, Instant... when) {
            step = what;
            at = List.of(when);
        }

        Instant latest() {
            return at.stream().max(Instant::compareTo).orElse(Instant.MAX);
        }
    }

    private final Map<String, Debt> open = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private final Workdays workdays;

    private Ladders(Workdays workdays) {
        this.workdays = workdays;
    }

    /**
     * What is wrong with a history; empty when nothing is.
     *
     * @param entries type, time and payload of each, the first first
     * @param workdays the days on which people worked
     * @param now until when everything has had its time
     */
    static List<String> wrong(List<List<String>> entries, Workdays workdays, Instant now) {
        Ladders ladders = new Ladders(workdays);
        for (List<String> entry : entries) {
            ladders.read(entry.get(0), Instant.parse(entry.get(1)), RunningSystem.json(entry.get(2)));
        }
        ladders.open.forEach((id, debt) -> {
            if (debt.step != Step.UNKNOWN && isMissing(debt, now)) {
                ladders.wrong.add(debt.kind + " " + id + ": " + debt.step + " missing since " + debt.at);
            }
        });
        return ladders.wrong;
    }

    private void read(String type, Instant at, JsonNode facts) {
        if (!type.startsWith("obligation.")) {
            return;
        }
        String id = facts.path("obligation").asText();
        if (type.equals("obligation.opened.v1")) {
            opened(id, facts);
            return;
        }
        Debt debt = open.get(id);
        if (debt == null) {
            wrong.add(type + " of " + id + " that is not open at " + at);
            return;
        }
        boolean byItself = happensByItself(type, facts, debt);
        if (!byItself && debt.step != Step.UNKNOWN && isMissing(debt, at)) {
            wrong.add(debt.kind + " " + id + ": " + type + " at " + at + " before " + debt.step + " of " + debt.at);
        }
        switch (type) {
            case "obligation.reminded.v1" -> reminded(id, debt, at, facts);
            case "obligation.escalated.v1" -> escalated(id, debt, at, facts);
            case "obligation.told-again.v1" -> {
                expect(id, debt, Step.REPEAT, at, facts);
                debt.await(
                        Step.REPEAT,
                        workdays.plus(
                                debt.at.isEmpty() ? at : counted(debt.at.getFirst(), at), DAY.multipliedBy(5), at));
            }
            case "obligation.lapsed.v1" -> {
                expect(id, debt, Step.DUE, at, null);
                open.remove(id);
            }
            case "obligation.fulfilled.v1", "obligation.cancelled.v1" -> open.remove(id);
            case "obligation.rescheduled.v1" -> {
                debt.dueAt = time(facts, "to");
                debt.remindAt = time(facts, "remindAt");
                debt.moving = false;
                debt.awaitTheReminder();
            }
            case "obligation.recomputed.v1" -> {
                debt.opensAt = time(facts, "opensAt");
                debt.dueAt = time(facts, "dueAt");
                debt.remindAt = time(facts, "remindAt");
                // a closing day moves what it is due by, and no rung that it has climbed
                switch (debt.step) {
                    case REMIND -> debt.awaitTheReminder();
                    case DUE -> debt.await(Step.DUE, debt.dueAt);
                    case MOVE, REPEAT, UNKNOWN -> {}
                }
            }
            case "obligation.extended.v1", "obligation.resumed.v1" -> {
                // which rung it stands on is not said here; the next thing that happens says it
                debt.dueAt = time(facts, "dueAt");
                debt.remindAt = time(facts, "remindAt");
                debt.await(Step.UNKNOWN);
            }
            case "obligation.transferred.v1" -> debt.handedOverAt = at;
            case "obligation.ceiling-lowered.v1",
                    "obligation.extension-asked.v1",
                    "obligation.extension-refused.v1",
                    "obligation.extension-dropped.v1" -> {}
            default -> debt.await(Step.UNKNOWN);
        }
    }

    private static boolean happensByItself(String type, JsonNode facts, Debt debt) {
        return switch (type) {
            case "obligation.reminded.v1",
                    "obligation.escalated.v1",
                    "obligation.told-again.v1",
                    "obligation.lapsed.v1" -> true;
            default -> debt.moving;
        };
    }

    private void opened(String id, JsonNode facts) {
        if (open.containsKey(id)) {
            wrong.add("opened twice: " + id);
        }
        Debt debt = new Debt(facts.path("kind").asText());
        debt.opensAt = time(facts, "opensAt");
        debt.dueAt = time(facts, "dueAt");
        debt.remindAt = time(facts, "remindAt");
        debt.awaitTheReminder();
        open.put(id, debt);
    }

    private void reminded(String id, Debt debt, Instant at, JsonNode facts) {
        expect(id, debt, Step.REMIND, at, facts);
        boolean opening = debt.opensAt != null && debt.opensAt.equals(debt.remindAt);
        if (opening) {
            Instant half = halfWay(debt.opensAt, debt.dueAt, at);
            debt.remindAt = half;
            if (half.isBefore(debt.dueAt)) {
                debt.await(Step.REMIND, half);
                return;
            }
        }
        debt.await(Step.DUE, debt.dueAt);
    }

    private void escalated(String id, Debt debt, Instant at, JsonNode facts) {
        boolean broken = facts.path("from").asText().equals(facts.path("to").asText());
        if (!broken && toldAnew(debt, time(facts, "plannedAt"))) {
            debt.await(Step.DUE, time(facts, "plannedAt"));
        }
        if (debt.step == Step.UNKNOWN && !debt.dueAt.equals(time(facts, "plannedAt"))) {
            debt.moving = !broken;
            return;
        }
        // of what is broken it is asked anew each time whether somebody is above by now, who then has it
        if (debt.step == Step.MOVE || debt.step == Step.REPEAT) {
            expect(id, debt, debt.step, at, facts);
            if (broken) {
                debt.await(Step.REPEAT, workdays.plus(counted(debt.at.getFirst(), at), DAY.multipliedBy(5), at));
            } else {
                debt.moving = true;
                debt.await(Step.UNKNOWN);
            }
            return;
        }
        expect(id, debt, Step.DUE, at, facts);
        Instant due = counted(time(facts, "plannedAt"), at);
        if (broken) {
            debt.await(Step.REPEAT, workdays.plus(due, DAY.multipliedBy(5), at));
        } else {
            debt.await(
                    Step.MOVE,
                    GRACES.stream().map(grace -> workdays.plus(due, grace, at)).toArray(Instant[]::new));
        }
    }

    /** Where somebody else has come to owe it when it was overdue, somebody else may be above, who then is told at once. */
    private static boolean toldAnew(Debt debt, Instant planned) {
        return (debt.step == Step.MOVE || debt.step == Step.REPEAT)
                && debt.handedOverAt != null
                && !planned.isBefore(debt.handedOverAt.minus(LATE))
                && !planned.isAfter(debt.handedOverAt)
                && !debt.at.contains(planned);
    }

    /** It was awaited, and has come at one of its times. What comes on a planned time of its own names it truly. */
    private void expect(String id, Debt debt, Step step, Instant at, JsonNode facts) {
        if (debt.step == Step.UNKNOWN) {
            return;
        }
        boolean onTime = debt.at.stream().anyMatch(when -> isInTime(when, at));
        if (debt.step != step || !onTime) {
            wrong.add(debt.kind + " " + id + ": " + step + " at " + at + ", awaited " + debt.step + " at " + debt.at);
        }
        if (facts != null && debt.at.stream().noneMatch(when -> when.equals(time(facts, "plannedAt")))) {
            wrong.add(debt.kind + " " + id + ": planned at "
                    + facts.path("plannedAt").asText() + ", not " + debt.at);
        }
        debt.at = debt.at.stream()
                .filter(when -> facts == null || when.equals(time(facts, "plannedAt")))
                .toList();
    }

    private static boolean isInTime(Instant planned, Instant at) {
        return LATER.stream().map(planned::plus).anyMatch(when -> !at.isBefore(when) && !at.isAfter(when.plus(LATE)));
    }

    private static boolean isMissing(Debt debt, Instant now) {
        return debt.latest().isBefore(now.minus(LATER.getLast()).minus(LATE));
    }

    /** From when what comes next is counted: from the plan, or where it has failed for long, from when it happened. */
    private static Instant counted(Instant planned, Instant at) {
        return at.isAfter(planned.plus(LATE)) ? at : planned;
    }

    private Instant halfWay(Instant from, Instant to, Instant counted) {
        long low = 0;
        long high = Duration.between(from, to).toSeconds();
        // the working time between the two, found by trying
        while (low < high) {
            long middle = (low + high) / 2;
            if (workdays.plus(from, Duration.ofSeconds(middle), counted).isBefore(to)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return workdays.plus(from, Duration.ofSeconds(low).dividedBy(2), counted);
    }

    private static Instant time(JsonNode facts, String name) {
        return facts.path(name).isTextual() ? Instant.parse(facts.path(name).asText()) : null;
    }
}
