package se.mandat.invariants;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the tables lay down about silence, from autumn 2027 to summer 2028, counted minute by minute: written for itself,
 * it shares nothing with what it checks.
 */
final class LaidDown {

    static final List<String> OUTCOMES = List.of("HARMED", "NOT_REACHED", "DETOUR", "REACHED");

    private static final int HOUR = 60;
    private static final int DAY = 9 * HOUR;

    private static final Map<String, List<Integer>> FIRST = Map.of(
            "DECIDE", List.of(4 * HOUR, 2 * DAY, 3 * DAY, 5 * DAY),
            "RESPOND", List.of(10 * DAY, 10 * DAY, 10 * DAY, 10 * DAY),
            "APPOINT", List.of(4 * HOUR, DAY, DAY, 2 * DAY),
            "ACCEPT_OWNERSHIP", List.of(4 * HOUR, DAY, DAY, 2 * DAY),
            "ACT", List.of(5 * DAY, 20 * DAY, 30 * DAY, 40 * DAY),
            "REVIEW_EFFECT", List.of(2 * DAY, 5 * DAY, 5 * DAY, 5 * DAY),
            "ANSWER", List.of(DAY, 2 * DAY, 2 * DAY, 2 * DAY));

    private static final Map<String, List<Integer>> ANEW = Map.of(
            "ACT", List.of(DAY, 5 * DAY, 5 * DAY, 5 * DAY),
            "CONTRIBUTE", List.of(2 * DAY, 2 * DAY, 2 * DAY, 2 * DAY));

    private static final List<Integer> UNTIL_REVIEW = List.of(10 * DAY, 15 * DAY, 20 * DAY, 30 * DAY);

    private static final Set<LocalDate> CLOSED = Set.of(
            LocalDate.of(2027, 12, 24),
            LocalDate.of(2027, 12, 31),
            LocalDate.of(2028, 1, 6),
            LocalDate.of(2028, 4, 14),
            LocalDate.of(2028, 4, 17),
            LocalDate.of(2028, 5, 1),
            LocalDate.of(2028, 5, 25),
            LocalDate.of(2028, 6, 6),
            LocalDate.of(2028, 6, 23));

    /** What silence leads to in the end. */
    enum End {
        /** The proposal does. */
        STANDS,
        /** The work does. */
        GOES_ON,
        /** What was asked is answered by nobody. */
        LAPSES,
        /** Nobody is above. */
        BROKEN
    }

    /** Somebody's turn to owe it. */
    record Turn(String kind, String debtor) {}

    /**
     * What nobody will do anything about.
     *
     * @param opensAt when it may be met in full; null at once
     * @param dueAt when somebody has set it; null by the table
     */
    record Owed(LocalDateTime openedAt, LocalDateTime opensAt, LocalDateTime dueAt, List<Turn> turns, End end) {}

    /**
     * From this minute on, until the next.
     *
     * @param entry what the history says has happened then; null when it was opened
     * @param turn null when it has ended
     * @param what what comes of silence, of the answers of the API
     */
    record Stage(
            LocalDateTime at,
            String entry,
            Turn turn,
            LocalDateTime dueAt,
            String what,
            String who,
            LocalDateTime consequenceAt) {}

    private final String outcome;

    LaidDown(String outcome) {
        this.outcome = outcome;
    }

    LocalDateTime reviewAfter(LocalDateTime done) {
        return plus(done, UNTIL_REVIEW.get(severity()));
    }

    List<Stage> stages(Owed owed) {
        List<Stage> stages = new ArrayList<>();
        LocalDateTime from = owed.opensAt() == null ? owed.openedAt() : owed.opensAt();
        int rung = 0;
        String entry = null;
        LocalDateTime at = owed.openedAt();
        for (int i = 0; i < owed.turns().size(); i++) {
            Turn turn = owed.turns().get(i);
            Turn next = i + 1 < owed.turns().size() ? owed.turns().get(i + 1) : null;
            boolean another =
                    i > 0 && !turn.kind().equals(owed.turns().get(i - 1).kind());
            if (another) {
                rung = 0;
            }
            LocalDateTime due = i == 0 && owed.dueAt() != null
                    ? owed.dueAt()
                    : plus(from, i == 0 || another ? first(turn.kind()) : anew(turn.kind()));
            LocalDateTime moves = plus(due, grace());
            String what = next == null ? owed.end().name() : "MOVES";
            String who = next == null ? null : next.debtor();
            LocalDateTime consequence = next == null ? due : moves;
            stages.add(new Stage(at, entry, turn, due, what, who, consequence));
            String reminded = "reminded " + turn.debtor();
            if (i == 0 && owed.opensAt() != null) {
                stages.add(new Stage(from, reminded, turn, due, what, who, consequence));
            }
            stages.add(new Stage(plus(from, minutes(from, due) / 2), reminded, turn, due, what, who, consequence));
            if (next != null) {
                String climbs = " " + turn.debtor() + " " + next.debtor();
                stages.add(new Stage(due, "escalated " + ++rung + climbs, turn, due, what, who, consequence));
                entry = "escalated " + ++rung + climbs;
                at = moves;
                from = moves;
            } else if (owed.end() == End.BROKEN) {
                String self = "escalated " + ++rung + " " + turn.debtor() + " " + turn.debtor();
                LocalDateTime again = plus(due, 5 * DAY);
                LocalDateTime later = plus(again, 5 * DAY);
                stages.add(new Stage(due, self, turn, due, what, who, again));
                stages.add(new Stage(again, "told-again " + turn.debtor(), turn, due, what, who, later));
            } else {
                stages.add(new Stage(due, "lapsed " + turn.debtor(), null, due, null, null, null));
            }
        }
        return stages;
    }

    private int severity() {
        return OUTCOMES.indexOf(outcome);
    }

    private int first(String kind) {
        return FIRST.get(kind).get(severity());
    }

    private int anew(String kind) {
        return ANEW.getOrDefault(kind, FIRST.getOrDefault(kind, List.of())).get(severity());
    }

    private int grace() {
        return outcome.equals("HARMED") ? HOUR : DAY;
    }

    private static LocalDateTime plus(LocalDateTime from, int minutes) {
        LocalDateTime at = from;
        for (int left = minutes; left > 0; at = at.plusMinutes(1)) {
            left -= isWorked(at) ? 1 : 0;
        }
        return at;
    }

    private static int minutes(LocalDateTime from, LocalDateTime to) {
        int minutes = 0;
        for (LocalDateTime at = from; at.isBefore(to); at = at.plusMinutes(1)) {
            minutes += isWorked(at) ? 1 : 0;
        }
        return minutes;
    }

    /** Whether somebody works during the minute that begins now. */
    private static boolean isWorked(LocalDateTime minute) {
        LocalDate day = minute.toLocalDate();
        return minute.getHour() >= 8
                && minute.getHour() < 17
                && day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !CLOSED.contains(day);
    }
}
