package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.mandat.obligation.Involvement;
import se.mandat.organisation.Nordvik;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.worktime.WorkingCalendar;

class NamingTest {

    private static final Involvement NOBODYS = new Involvement("sara", Set.of(), Set.of());
    private static final WorkingCalendar STANDARD = WorkingCalendar.standard();

    /** A Friday; what belongs to Teknik is closed on the Monday after. */
    private final Instant now =
            LocalDateTime.parse("2027-04-09T13:00").atZone(WorkingCalendar.ZONE).toInstant();

    private final Naming naming = new Naming(
            Nordvik::organisation,
            person -> person.unit().startsWith(Nordvik.TEKNIK)
                    ? STANDARD.closedOn(Set.of(LocalDate.parse("2027-04-12")))
                    : STANDARD,
            () -> now);

    private List<Naming.Contributor> asked(String to, String dueOn) {
        return naming.contributors(
                List.of(new ContributorGiven(to, "Mät upp", LocalDate.parse(dueOn))), NOBODYS, "decision.contributors");
    }

    private void refused(String to, String dueOn, String key, String argument, String day) {
        assertThatThrownBy(() -> asked(to, dueOn)).isInstanceOfSatisfying(MandatException.class, refusal -> {
            FieldError error = refusal.errors().getFirst();
            assertThat(error.field()).isEqualTo("decision.contributors[0].dueOn");
            assertThat(error.key()).isEqualTo(key);
            assertThat(error.arguments().get(argument)).hasToString(day);
        });
    }

    @Test
    void aDayOnWhichTheContributorsUnitIsClosedIsRefusedWithTheNextWorkingDay() {
        refused("lina", "2027-04-12", "worktime.not-a-working-day", "next", "2027-04-13");
        refused(Nordvik.GATA, "2027-04-12", "worktime.not-a-working-day", "next", "2027-04-13");
        refused("bodil", "2027-04-10", "worktime.not-a-working-day", "next", "2027-04-12");
        assertThat(asked("bodil", "2027-04-12")).hasSize(1);
    }

    @Test
    void aDayThatHasGoneByIsRefusedWithTheEarliestOne() {
        refused("lina", "2027-04-08", "error.past", "date", "2027-04-13");
        refused("bodil", "2027-04-08", "error.past", "date", "2027-04-12");
        assertThat(asked("lina", "2027-04-09")).hasSize(1);
    }

    @Test
    void whoOnlyAsksWhomItWouldConcernMaySayAnyDay() {
        assertThat(naming.named(
                        List.of(new ContributorGiven("lina", "Mät upp", LocalDate.parse("2027-04-11"))),
                        NOBODYS,
                        "contributors"))
                .extracting(contributor -> contributor.person().username())
                .containsExactly("lina");
    }
}
