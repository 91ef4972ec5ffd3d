package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Now and then somebody moves what somebody else owes, on one case or several: mostly a manager above them. */
final class AnyHandingOver {

    private static final int MOST = 3;

    private final Function<String, Colleague> people;
    private final Tables tables;
    private final Random random;
    private int moved;

    AnyHandingOver(Function<String, Colleague> people, Tables tables, long seed) {
        this.people = people;
        this.tables = tables;
        this.random = new Random(seed);
    }

    /** What one person owes, or others in their place. */
    private record Owed(String id, String number, String whose) {}

    /**
     * Somebody tries it on these cases; what is refused changes nothing.
     *
     * @return the numbers of those that it was tried on
     */
    List<String> changes(List<String> numbers) {
        List<Owed> open = tables
                .rows(
                        "select id, case_number, coalesce(on_behalf_of, debtor) from obligation where state = 'OPEN'"
                                + " and case_number = any (?::text[]) order by opened_at, case_number, id",
                        "{" + String.join(",", numbers) + "}")
                .stream()
                .map(row -> new Owed(row.get(0), row.get(1), row.get(2)))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        String whose = AnyCommand.one(open, random).whose();
        List<Owed> chosen = open.stream()
                .filter(owed -> owed.whose().equals(whose))
                .limit(1 + random.nextInt(MOST))
                .toList();
        List<String> line = AnyAbsence.line(whose);
        String by = line.isEmpty() || random.nextInt(6) == 0
                ? AnyCommand.one(AnyCommand.PEOPLE, random)
                : AnyCommand.one(line, random);
        moves(by, whose, chosen, AnyCommand.one(AnyCommand.PEOPLE, random));
        return chosen.stream().map(Owed::number).distinct().toList();
    }

    private void moves(String by, String whose, List<Owed> chosen, String to) {
        List<String> before = histories(chosen);
        Answer answer = people.apply(by)
                .posts(
                        "/obligations/handover",
                        Raising.json(
                                "from",
                                random.nextBoolean() ? whose : null,
                                "obligations",
                                chosen.stream().map(Owed::id).toList(),
                                "to",
                                to,
                                "reason",
                                "Det blir jämnare så"));
        String said = by + " moves what " + whose + " owes to " + to + ": " + answer.status() + " " + answer.body();
        if (answer.status() == 200) {
            assertThat(AnyAbsence.line(whose)).as(said).contains(by);
            for (Owed owed : chosen) {
                assertThat(tables.one(
                                "select coalesce(on_behalf_of, debtor) from obligation where id::text = ?", owed.id()))
                        .as(said)
                        .isEqualTo(to);
            }
            moved++;
        } else {
            assertThat(answer.status()).as(said).isIn(403, 409, 422);
            assertThat(histories(chosen)).as(said).isEqualTo(before);
        }
    }

    private List<String> histories(List<Owed> chosen) {
        List<String> histories = new ArrayList<>();
        for (Owed owed : chosen) {
            histories.add(owed.number() + " "
                    + tables.count("select count(*) from history_entry where subject = ?", owed.number()));
        }
        return histories;
    }

    boolean hasHappened() {
        return moved > 0;
    }
}
