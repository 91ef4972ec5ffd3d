package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.mandat.organisation.Absence;
import se.mandat.organisation.Nordvik;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;

/** Who answers for the time of what somebody owes, and in whose place. */
class SuperiorsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 30);

    private final List<Absence> absences = new ArrayList<>();

    /** @param substitute null for none */
    private SuperiorsTest away(String person, String substitute) {
        absences.add(new Absence(new UUID(0, absences.size() + 1), person, DAY, DAY, substitute));
        return this;
    }

    private Superiors superiors() {
        Organisation organisation = Nordvik.organisation().with(absences);
        return new Superiors(() -> organisation, this::absence);
    }

    private Optional<Absence> absence(Person person) {
        return absences.stream()
                .filter(absence -> absence.person().equals(person.username()))
                .findFirst();
    }

    private List<String> of(String debtor, String absent) {
        return superiors().of(debtor, absent).stream()
                .map(superior ->
                        superior.person().username() + (superior.absent() == null ? "" : " for " + superior.absent()))
                .toList();
    }

    private List<String> below(String person) {
        return superiors().below(Nordvik.organisation().person(person).orElseThrow());
    }

    @Test
    void the_managers_above_answer_the_nearest_first() {
        assertThat(of("sara", null)).containsExactly("karin", "per", "eva");
        assertThat(of("bodil", "karin")).containsExactly("per", "eva");
        assertThat(of("eva", null)).containsExactly("britt");
    }

    @Test
    void the_substitute_of_a_manager_who_is_away_answers_for_them() {
        assertThat(away("karin", "bodil").of("sara", null)).containsExactly("bodil for karin", "per", "eva");
        assertThat(away("bodil", "noor").of("sara", null)).containsExactly("noor for karin", "per", "eva");
    }

    @Test
    void without_a_substitute_the_next_above_does() {
        assertThat(away("karin", null).of("sara", null)).containsExactly("per for karin", "per", "eva");
        assertThat(away("eva", null).of("tove", null)).containsExactly("britt for eva");
    }

    @Test
    void nobody_answers_for_their_own_time_in_somebody_elses_place() {
        assertThat(away("karin", "sara").of("sara", null)).containsExactly("per for karin", "per", "eva");
        assertThat(away("per", "bodil").of("bodil", "karin")).containsExactly("eva for per", "eva");
        assertThat(away("eva", "astrid").of("tove", null)).containsExactly("britt for eva");
    }

    @Test
    void where_nobody_is_left_who_is_present_it_stays_with_whoever_is_away() {
        assertThat(away("eva", null).away("britt", null).of("tove", null)).containsExactly("eva");
    }

    @Test
    void a_substitute_answers_for_those_below_the_absent_manager() {
        assertThat(below("hugo")).isEmpty();
        assertThat(away("karin", "hugo").below("hugo")).containsExactlyInAnyOrder("sara", "amir");
        assertThat(below("karin")).isEmpty();
    }
}
