package se.mandat.web.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.mandat.cases.ObligationView;
import se.mandat.cases.ViewWhatNext;
import se.mandat.notification.Letter;
import se.mandat.notification.LetterWriter.Written;
import se.mandat.web.history.Sentences;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Words;

class LettersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID OWED = new UUID(3, 4);
    private static final Instant DUE = Instant.parse("2026-11-25T15:00:00Z");
    private static final String WORDS = "Jag gick fram och tillbaka tre gånger & kom <ändå> inte in med barnvagnen";

    private final Names names = new Names() {
        @Override
        public String person(String username) {
            return "Sara Nyberg";
        }

        @Override
        public String actor(String username, Spoken t) {
            return person(username);
        }
    };
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Map<UUID, ObligationView.Next> next = new HashMap<>();
    private final ViewWhatNext foresight = new ViewWhatNext() {
        @Override
        public Map<UUID, ObligationView.Next> handle(Collection<UUID> ids) {
            assertThat(ids).containsAll(next.keySet());
            return next;
        }
    };
    private final Letters letters = new Letters(new Sentences(names, clock), names, clock, foresight);

    @BeforeEach
    void knowTheAddress() {
        System.setProperty("mandat.url", "https://mandat.example");
    }

    @AfterEach
    void forgetTheAddress() {
        System.clearProperty("mandat.url");
    }

    @Test
    void theCustomersWordsAreTheHeadlineAndOneLinkLeadsToTheAction() {
        Written mail = letters.write(letter("sv", false, about("M-2026-0412", WORDS, owed("DECIDE", "PROPOSAL"))));

        assertThat(mail.subject())
                .isEqualTo("”Jag gick fram och tillbaka tre gånger & kom <ändå> inte in…” · Besluta om förslaget"
                        + " (M-2026-0412)");
        assertThat(mail.html())
                .contains("<html lang=\"sv\">")
                .contains("tre gånger &amp; kom &lt;ändå&gt; inte in med barnvagnen”</h1>")
                .contains("Senast ons 25 nov 16.00");
        assertThat(links(mail.html(), "/cases/")).containsExactly("https://mandat.example/cases/M-2026-0412#act");
        assertThat(mail.text())
                .contains("Hej Karin!")
                .contains("* Besluta om förslaget")
                .contains("Senast ons 25 nov 16.00")
                .contains("\r\nhttps://mandat.example/cases/M-2026-0412#act\r\n")
                .doesNotContain("<p");
        assertThat(mail.text().lines().filter(line -> !line.startsWith("http")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void itIsReadInTheRecipientsLanguage() {
        Written mail = letters.write(letter("en", false, about("M-2026-0412", WORDS, owed("DECIDE", "OBJECTION"))));

        assertThat(mail.html()).contains("<html lang=\"en\">").contains("By Wed 25 Nov 16:00");
        assertThat(mail.text()).contains("Hello Karin,").contains("* Decide on the objection");
    }

    @ParameterizedTest
    @CsvSource({
        "sv, Genomför åtgärden (M-2026-0412), Öppna ärendet (M-2026-0412), Vad kunden sade och ville är skyddat",
        "en, Carry out the action (M-2026-0412), Open the case (M-2026-0412), What the customer said and wanted is"
    })
    void aProtectedVoiceIsKnownByWhatIsToBeDoneAndTheNumberOnly(
            String language, String owed, String told, String instead) {
        Letter.About action = about("M-2026-0412", null, owed("ACT", null));
        Letter.About news = new Letter.About("M-2026-0412", null, null, false, List.of(), action.told());

        Written mail = letters.write(letter(language, false, action));
        assertThat(mail.subject()).isEqualTo(owed);
        assertThat(mail.html()).contains(instead).doesNotContain(wanted(language));
        assertThat(mail.text()).contains(instead).doesNotContain(wanted(language));
        assertThat(letters.write(letter(language, false, news)).subject()).isEqualTo(told);
    }

    private static String wanted(String language) {
        return Words.in(Locale.forLanguageTag(language)).say("mail.wanted", "goal", "");
    }

    @Test
    void aProtectedVoiceIsKnownByNothingElseInAnUrgentMailOrInOneOfSeveralCases() {
        Letter.About action = about("M-2026-0412", null, owed("ACT", null));

        assertThat(letters.write(letter("sv", true, action)).subject())
                .isEqualTo("Brådskande, en kund har tagit skada: Genomför åtgärden (M-2026-0412)");
        assertThat(letters.write(letter("sv", false, action, about("M-2026-0413", WORDS, owed("ACT", null))))
                        .subject())
                .isEqualTo("2 ärenden, först M-2026-0412");
    }

    @Test
    void whatIsLateSaysSinceWhenAndNeverToday() {
        Letter.Owed late = new Letter.Owed(OWED, "DECIDE", "PROPOSAL", false, null, NOW.minusSeconds(7200), "per");
        Written mail = letters.write(letter("sv", false, about("M-2026-0412", WORDS, late)));

        assertThat(mail.text()).contains("Försenat sedan mån 23 nov 11.00").contains("för Sara Nyberg");
        assertThat(mail.html()).doesNotContain("i dag");
    }

    @Test
    void itSaysWhoGetsItOtherwiseAndWhen() {
        next.put(OWED, new ObligationView.Next("per", ObligationView.Silence.MOVES, DUE.plusSeconds(86_400)));
        Letter letter = letter("sv", false, about("M-2026-0412", WORDS, owed("DECIDE", "PROPOSAL")));
        String otherwise = "Annars får Sara Nyberg veta det ons 25 nov 16.00 och tar över tors 26 nov 16.00.";

        assertThat(letters.write(letter).html().replaceAll("<[^>]+>", "")).contains(otherwise);
        assertThat(letters.write(letter).text().replaceAll("\\s+", " ")).contains(otherwise);
    }

    @Test
    void itSaysWhatBecomesOfItOtherwise() {
        next.put(OWED, new ObligationView.Next(null, ObligationView.Silence.STANDS, DUE));
        Letter letter = letter("en", false, about("M-2026-0412", WORDS, owed("DECIDE", "PROPOSAL")));

        assertThat(letters.write(letter).text())
                .contains("Otherwise the proposal stands, without anybody having decided.");
    }

    @Test
    void aManagerWhoIsToldOfSilenceReadsWhenItIsTheirs() {
        next.put(OWED, new ObligationView.Next("karin", ObligationView.Silence.MOVES, DUE));
        Letter.About about = new Letter.About(
                "M-2026-0412",
                WORDS,
                "Komma in med sin barnvagn",
                false,
                List.of(),
                List.of(new Letter.Told(
                        "obligation.escalated.v1",
                        "{\"obligation\":\"" + OWED
                                + "\",\"kind\":\"DECIDE\",\"rung\":1,\"from\":\"sara\",\"to\":\"karin\"}",
                        "system",
                        null,
                        NOW)));

        assertThat(letters.write(letter("sv", false, about)).text().replaceAll("\\s+", " "))
                .contains("har fått veta det och tar över ons 25 nov 16.00.");
    }

    @Test
    void harmIsSaidFirst() {
        Letter letter = letter("sv", true, about("M-2026-0412", WORDS, owed("DECIDE", "PROPOSAL")));

        assertThat(letters.write(letter).subject()).startsWith("Brådskande, en kund har tagit skada: ”Jag gick");
        assertThat(letters.write(letter).text()).contains("Mandat är inget larm");
    }

    @Test
    void severalCasesAreOneMailWithAPartForEach() {
        Written mail = letters.write(letter(
                "sv",
                false,
                about("M-2026-0412", WORDS, owed("DECIDE", "PROPOSAL")),
                about("M-2026-0413", "Ingen svarade", owed("ACT", null))));

        assertThat(mail.subject()).startsWith("2 ärenden, först ”Jag gick");
        assertThat(links(mail.html(), "/cases/")).hasSize(2);
        assertThat(mail.text()).contains("(M-2026-0412):").contains("(M-2026-0413):");
    }

    @Test
    void whatHasHappenedIsSaidAsTheHistorySaysIt() {
        Letter.About about = new Letter.About(
                "M-2026-0412",
                WORDS,
                "Komma in med sin barnvagn",
                false,
                List.of(),
                List.of(new Letter.Told("case.raised.v1", "{\"raisedBy\":\"sara\"}", "sara", null, NOW)));
        Written mail = letters.write(letter("sv", false, about));

        assertThat(mail.text()).contains("* Mån 23 nov 13.00: Sara Nyberg tog upp ärendet i kundens ord.");
        assertThat(mail.html()).contains("tog upp ärendet").contains(">Öppna ärendet</a>");
    }

    @Test
    void whatSomebodyDidInAnAbsentPersonsPlaceIsSaidSo() {
        Letter.About about = new Letter.About(
                "M-2026-0412",
                WORDS,
                "Komma in med sin barnvagn",
                false,
                List.of(),
                List.of(new Letter.Told(
                        "case.decided.v1",
                        "{\"concerns\":\"PROPOSAL\",\"verdict\":\"REJECTED\",\"by\":\"sara\"}",
                        "sara",
                        "karin",
                        NOW)));
        Written swedish = letters.write(letter("sv", false, about));

        assertThat(swedish.text()).contains("Sara Nyberg för Sara Nyberg");
        assertThat(swedish.html()).contains("Sara Nyberg för Sara Nyberg");
        assertThat(letters.write(letter("en", false, about)).text()).contains("Sara Nyberg for Sara Nyberg");
    }

    static Stream<Arguments> everyKind() {
        return Stream.of(Words.SWEDISH, Words.ENGLISH).flatMap(language -> new SampleLetters(language)
                .all().entrySet().stream()
                        .map(kind -> Arguments.of(language.getLanguage() + " " + kind.getKey(), kind.getValue())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyKind")
    void everyKindHasOneLinkForEachCaseAndNothingMissing(String name, Written mail) {
        List<String> cases = Pattern.compile("M-2026-\\d{4}</p>")
                .matcher(mail.html())
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(links(mail.html(), "/cases/")).hasSameSizeAs(cases).isNotEmpty();
        assertThat(mail.html().replaceFirst("(?s)<style>.*</style>", ""))
                .doesNotContain("{")
                .doesNotContain("<script")
                .doesNotContainPattern("\\bnull\\b");
        assertThat(mail.text()).doesNotContain("{").doesNotContainPattern("\\bnull\\b");
        assertThat(mail.subject()).doesNotContain("\n").hasSizeLessThan(150);
    }

    private static List<String> links(String html, String about) {
        return Pattern.compile("href=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .filter(address -> address.contains(about))
                .toList();
    }

    private static Letter letter(String language, boolean urgent, Letter.About... cases) {
        return new Letter(
                "<" + new UUID(1, 2) + "@mandat.example>",
                "Karin Lund",
                "karin@nordvik.example",
                Locale.forLanguageTag(language),
                urgent,
                List.of(cases),
                0);
    }

    private static Letter.Owed owed(String kind, String concerns) {
        return new Letter.Owed(OWED, kind, concerns, false, null, DUE, null);
    }

    private static Letter.About about(String number, String words, Letter.Owed owed) {
        return new Letter.About(
                number,
                words,
                words == null ? null : "Komma in med sin barnvagn",
                false,
                List.of(owed),
                List.of(new Letter.Told("obligation.opened.v1", "{}", "sara", null, NOW)));
    }
}
