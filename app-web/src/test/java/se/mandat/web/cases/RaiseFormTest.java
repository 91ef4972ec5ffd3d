package se.mandat.web.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.mandat.cases.CheckMandate;
import se.mandat.cases.RaiseCase;
import se.mandat.mandate.Route;
import se.mandat.shared.MandatException;
import se.mandat.shared.Outcome;
import se.mandat.web.platform.Typed;

/** What is typed becomes the same command that a program would send, and a draft becomes what was typed again. */
class RaiseFormTest {

    private static final String OWN = "nordvik/medborgarservice/kundservice";
    private static final String OTHER = "nordvik/medborgarservice/bibliotek";

    private static Typed typed(String... fieldsAndValues) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put(fieldsAndValues[i], List.of(fieldsAndValues[i + 1]));
        }
        return new Typed(values);
    }

    private static RaiseCase.Command command(Typed typed) {
        return new RaiseForm(typed.with("me", "sara"), OWN, "karin").command();
    }

    @Test
    void threeAnswersAreEnough() {
        RaiseCase.Command command = command(typed(
                "customerVoice.words",
                " Ingen kom\r\n",
                "customerVoice.goal",
                "Få hjälp",
                "customerVoice.outcome",
                "HARMED",
                "leadUnit",
                OWN));
        assertThat(command.customerVoice().words()).isEqualTo("Ingen kom");
        assertThat(command.customerVoice().outcome()).isEqualTo(Outcome.HARMED);
        assertThat(command.proposal()).isNull();
        assertThat(command.expectedRoute()).isNull();
    }

    @Test
    void aProposalTouchesTheLeadUnitFirstAndEachUnitOnce() {
        RaiseCase.Command command = command(new Typed(Map.of(
                "proposal.text", List.of("En skylt"),
                "proposal.cost", List.of("4 000 kr"),
                "proposal.reversible", List.of("true"),
                "leadUnit", List.of(OTHER),
                "moreUnits", List.of(OWN, OTHER))));
        assertThat(command.proposal().units()).containsExactly(OTHER, OWN);
        assertThat(command.proposal().cost()).isEqualTo(4_000);
        assertThat(command.proposal().reversible()).isTrue();
    }

    @Test
    void unknownIsNeitherYesNorNo() {
        assertThat(command(typed("proposal.text", "x", "proposal.reversible", ""))
                        .proposal()
                        .reversible())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4000|4000", "4 000|4000", "4\u00a0000 kr|4000", "4.000:-|4000", "4,000|4000", "0|0", "-5|-5"})
    void costsAreReadAsPeopleWriteThem(String text, long kronor) {
        assertThat(command(typed("proposal.text", "x", "proposal.cost", text))
                        .proposal()
                        .cost())
                .isEqualTo(kronor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fyra tusen", "4,50", "4000 eller så", "99999999999999999999", "1e3", "=1+1"})
    void whatIsNoCostIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> command(typed("proposal.text", "x", "proposal.cost", text)))
                .isInstanceOfSatisfying(MandatException.class, refusal -> assertThat(refusal.errors())
                        .extracting(MandatException.FieldError::field)
                        .containsExactly("proposal.cost"));
    }

    @Test
    void whoCarriesItOutIsMeTheManagerOrSomebodyNamed() {
        assertThat(command(typed("who", "me")).decision().owner()).isEqualTo("sara");
        assertThat(command(typed("who", "manager")).decision().owner()).isEqualTo("karin");
        assertThat(command(typed("who", "other", "decision.owner", "hugo"))
                        .decision()
                        .owner())
                .isEqualTo("hugo");
        assertThat(command(typed()).decision().owner()).isNull();
    }

    @Test
    void theMandateIsAskedWithWhoeverIsChosenAlsoWhenItIsNotYetSaidWithWhat() {
        Typed typed = typed(
                "customerVoice.outcome",
                "DETOUR",
                "decision.contributors[0].to",
                "lina",
                "decision.contributors[1].what",
                "Mät upp");

        assertThat(new RaiseForm(typed, OWN, "karin").question().contributors())
                .containsExactly(new CheckMandate.ContributorSketch("lina", null, null));
    }

    @Test
    void somebodyElseMustBeNamedWhereItCounts() {
        assertThatThrownBy(() -> command(typed("who", "other", "expectedRoute", "OWN")))
                .isInstanceOf(MandatException.class);
        assertThat(command(typed("who", "other", "expectedRoute", "MANAGER")).expectedRoute())
                .isEqualTo(Route.MANAGER);
    }

    @Test
    void aDraftIsShownAsItWasTyped() {
        Typed typed = new Typed(Map.of(
                "customerVoice.words", List.of("Ord"),
                "customerVoice.occurredOn", List.of("2026-11-20"),
                "customerVoice.wantsReply", List.of("false"),
                "proposal.text", List.of("En skylt"),
                "proposal.cost", List.of("100"),
                "leadUnit", List.of(OTHER),
                "moreUnits", List.of(OWN),
                "promise", List.of("L-7"),
                "who", List.of("other"),
                "decision.owner", List.of("hugo")));
        Typed again = RaiseForm.typed(command(typed), "sara", "karin");
        assertThat(command(again).promise()).isEqualTo("L-7");
        assertThat(again.values()).containsAllEntriesOf(typed.values());
        assertThat(command(again)).isEqualTo(command(typed));
        assertThat(command(again).customerVoice().occurredOn()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void anAnswerThatIsNoneOfThoseOfferedIsRefused() {
        assertThatThrownBy(() -> command(typed("customerVoice.outcome", "GREAT")))
                .isInstanceOf(MandatException.class);
        assertThatThrownBy(() -> command(typed("customerVoice.occurredOn", "i går")))
                .isInstanceOf(MandatException.class);
        assertThatThrownBy(() -> command(typed("customerVoice.occurredOn", "+999999999-12-31")))
                .isInstanceOf(MandatException.class);
    }
}
