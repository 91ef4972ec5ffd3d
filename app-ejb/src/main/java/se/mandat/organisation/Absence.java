package se.mandat.organisation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody is away, and somebody else stands in for them.
 *
 * @param person the user name of whoever is away
 * @param first the first day in Stockholm
 * @param last the last day, included
 * @param substitute the user name of whoever stands in; null means the manager, from the first working day
 */
public record Absence(UUID id, String person, LocalDate first, LocalDate last, String substitute) {

    public Absence {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(person, "person");
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("an absence that ends before it begins");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean meets(Absence other) {
        return person.equals(other.person) && !other.last.isBefore(first) && !other.first.isAfter(last);
    }
}
