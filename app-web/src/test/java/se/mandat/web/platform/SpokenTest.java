package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Times, sums and sentences as a reader in Stockholm expects them. */
class SpokenTest {

    private static final Instant NOW = at("2026-11-23T13:00");

    private final Spoken swedish = new Spoken(Words.in(Words.SWEDISH), NOW);
    private final Spoken english = new Spoken(Words.in(Words.ENGLISH), NOW);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Spoken.STOCKHOLM).toInstant();
    }

    @Test
    void theDaysAroundTodayAreCalledByTheirNames() {
        assertThat(swedish.moment(at("2026-11-22T23:59"))).isEqualTo("i går 23.59");
        assertThat(swedish.moment(at("2026-11-23T09:12"))).isEqualTo("i dag 09.12");
        assertThat(swedish.moment(at("2026-11-24T00:00"))).isEqualTo("i morgon 00.00");
        assertThat(english.moment(at("2026-11-24T09:12"))).isEqualTo("tomorrow 09:12");
    }

    @Test
    void otherDaysHaveAWeekdayAndOtherYearsAYear() {
        assertThat(swedish.moment(at("2026-11-26T16:00"))).isEqualTo("tors 26 nov 16.00");
        assertThat(english.moment(at("2026-11-26T16:00"))).isEqualTo("Thu 26 Nov 16:00");
        assertThat(swedish.moment(at("2027-03-25T16:30"))).isEqualTo("25 mars 2027 16.30");
    }

    @Test
    void aTimeIsThatOfStockholmAlsoWhereUtcHasAnotherDay() {
        assertThat(swedish.moment(Instant.parse("2026-11-22T23:30:00Z"))).isEqualTo("i dag 00.30");
    }

    @Test
    void sumsKeepTogetherOnOneLine() {
        assertThat(swedish.money(4_000)).isEqualTo("4\u00a0000\u00a0kr");
        assertThat(swedish.money(1_000_000_000)).isEqualTo("1\u00a0000\u00a0000\u00a0000\u00a0kr");
        assertThat(english.money(250_000)).isEqualTo("SEK\u00a0250,000");
        assertThat(swedish.money(0)).isEqualTo("0\u00a0kr");
        assertThat(swedish.together("kostar högst 5 000 kr och berör 2 enheter"))
                .isEqualTo("kostar högst 5\u00a0000\u00a0kr och berör 2 enheter");
    }

    @Test
    void numbersUpToTwelveAreWords() {
        assertThat(swedish.inWords(4)).isEqualTo("fyra");
        assertThat(swedish.inWords(12)).isEqualTo("tolv");
        assertThat(swedish.inWords(13)).isEqualTo("13");
        assertThat(swedish.say("todo.heading", "count", 1, "words", swedish.inWords(1)))
                .isEqualTo("Du är skyldig ett svar");
    }

    @Test
    void workingTimeIsSaidInTheUnitThatHelps() {
        assertThat(swedish.left(Duration.ofMinutes(40))).isEqualTo("40 arbetsminuter kvar");
        assertThat(swedish.left(Duration.ofMinutes(90))).isEqualTo("1 arbetstimme kvar");
        assertThat(swedish.left(Duration.ofHours(17))).isEqualTo("17 arbetstimmar kvar");
        assertThat(swedish.left(Duration.ofHours(31))).isEqualTo("3 arbetsdagar kvar");
    }

    @Test
    void whatIsPutIntoASentenceIsEscapedAndKeepsItsDirection() {
        StringOutput out = new StringOutput();
        swedish.strong("now.owes", "who", "<b>\u05d3\u05e0\u05d4</b>", "what", "besluta", "when", "i dag 16.00")
                .writeTo(new gg.jte.html.OwaspHtmlTemplateOutput(out));
        assertThat(out.toString())
                .contains("<strong><bdi>&lt;b&gt;\u05d3\u05e0\u05d4&lt;/b&gt;</bdi></strong>")
                .startsWith("Just nu ska ");
    }

    @Test
    void anArgumentCannotPretendToBeMarkup() {
        StringOutput out = new StringOutput();
        swedish.plain("todo.behalf", "who", "\ue000<script>\ue001 Eva")
                .writeTo(new gg.jte.html.OwaspHtmlTemplateOutput(out));
        assertThat(out.toString()).isEqualTo("för <bdi> &lt;script&gt;  Eva</bdi>");
    }
}
