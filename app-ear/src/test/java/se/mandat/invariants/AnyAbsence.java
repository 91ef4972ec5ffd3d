package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Now and then somebody goes away or comes back: with a substitute or without, as they or their manager say. */
final class AnyAbsence {

    /** Those who are never away here, but may owe something that is moved. */
    private static final Map<String, String> MANAGERS_OF_OTHERS =
            Map.of("britt", "eva", "stina", "britt", "sten", "britt", "maja", "erik");

    private static final Map<String, String> MANAGERS = Map.ofEntries(
            Map.entry("per", "eva"),
            Map.entry("karin", "per"),
            Map.entry("sara", "karin"),
            Map.entry("amir", "karin"),
            Map.entry("bodil", "per"),
            Map.entry("noor", "bodil"),
            Map.entry("tove", "eva"),
            Map.entry("ola", "tove"),
            Map.entry("lina", "ola"),
            Map.entry("gun", "tove"),
            Map.entry("hugo", "gun"),
            Map.entry("erik", "eva"));

    private final Function<String, Colleague> people;
    private final Random random;
    private final List<Named> named = new ArrayList<>();
    private int ended;

    /** An absence that has been named and was not ended before its time. */
    private record Named(String person, String id) {}

    AnyAbsence(Function<String, Colleague> people, long seed) {
        this.people = people;
        this.random = new Random(seed);
    }

    /** Those above this person, nearest first; nobody for those whose manager is not known here. */
    static List<String> line(String person) {
        List<String> line = new ArrayList<>();
        for (String above = managerOf(person); above != null; above = managerOf(above)) {
            line.add(above);
        }
        return line;
    }

    private static String managerOf(String person) {
        return MANAGERS.getOrDefault(person, MANAGERS_OF_OTHERS.get(person));
    }

    /** Somebody says that somebody is away from today on, or is back; what is refused is refused in good order. */
    void changes(LocalDate today) {
        if (!named.isEmpty() && random.nextInt(3) == 0) {
            end(named.removeLast());
        } else {
            name(AnyCommand.one(MANAGERS.keySet().stream().sorted().toList(), random), today);
        }
    }

    private void name(String person, LocalDate today) {
        String by = random.nextBoolean() ? person : MANAGERS.get(person);
        String substitute = random.nextInt(3) == 0 ? null : AnyCommand.one(AnyCommand.PEOPLE, random);
        Answer answer = people.apply(by)
                .posts(
                        "/absences",
                        Raising.json(
                                "person",
                                person,
                                "first",
                                today.toString(),
                                "last",
                                today.plusDays(random.nextInt(6)).toString(),
                                "substitute",
                                substitute));
        assertThat(answer.status()).as(answer.body()).isIn(201, 422);
        if (answer.status() == 201) {
            named.add(new Named(person, answer.json().path("id").asText()));
        }
    }

    private void end(Named absence) {
        Answer answer = people.apply(absence.person()).sends("DELETE", "/absences/" + absence.id(), null);
        assertThat(answer.status()).as(answer.body()).isIn(204, 404);
        if (answer.status() == 204) {
            ended++;
        }
    }

    /** Whether people have gone away and have come back before their time. */
    boolean hasHappened() {
        return !named.isEmpty() && ended > 0;
    }
}
