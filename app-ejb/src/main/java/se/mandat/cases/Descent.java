package se.mandat.cases;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * From which cases a case comes: the one whose matter has come back with it, what that one goes on as, and so on.
 *
 * @param cases finds a case by its number
 */
record Descent(Function<String, Optional<Case>> cases) {

    /** Whether the case comes from the other. */
    boolean follows(Case of, Case from) {
        Set<String> seen = new HashSet<>();
        Deque<Case> left = new ArrayDeque<>(Set.of(of));
        while (!left.isEmpty()) {
            Case at = left.pop();
            origins(at)
                    .filter(seen::add)
                    .flatMap(origin -> cases.apply(origin).stream())
                    .forEach(left::push);
        }
        return seen.contains(from.number());
    }

    private static Stream<String> origins(Case of) {
        return Stream.of(of.recurrenceOf(), of.mergedInto()).filter(Objects::nonNull);
    }
}
