package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Other customers' voices: added, merged, come back, and protected. */
class VoicesIT extends PathTest {

    private static final String SECRET = "Hon berättade om sin blodsjukdom";

    @Test
    void anotherVoiceRaisesTheSeverityAndBringsWhatIsOwedNearer() {
        inside.itIs("2027-02-01T09:00");
        String number = decidedByKarin();
        Answer mild = voices("amir", number, "REACHED").done();
        assertThat(mild.json().path("severity").asText()).isEqualTo("DETOUR");
        assertThat(due(number)).isEqualTo("2027-02-04 09:00");
        Answer worse = voices("amir", number, "HARMED").done();
        assertThat(worse.json().path("severity").asText()).isEqualTo("HARMED");
        assertThat(worse.json().path("voices")).hasSize(3);
        assertThat(due(number)).isEqualTo("2027-02-01 13:00");
        as("sara").does(number, "withdrawal", "reason", "Nej").refused(409);
        voices("astrid", number, "DETOUR").refused(403);
    }

    @Test
    void whatIsAskedOfOthersComesNearerWithTheWholeAction() {
        inside.itIs("2027-02-01T09:00");
        String number = actingByKarin();
        as("karin")
                .does(
                        number,
                        "action",
                        "what",
                        "En ramp",
                        "dueOn",
                        "2027-02-26",
                        "contributors",
                        List.of(
                                Map.of("to", "lina", "what", "Mät upp", "dueOn", "2027-02-03"),
                                Map.of("to", "gun", "what", "Gräv", "dueOn", "2027-02-25")))
                .done();
        voices("amir", number, "HARMED").done();
        assertThat(due(number)).isEqualTo("2027-02-08 09:00");
        assertThat(tables.all(
                        "select to_char(due_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') from obligation"
                                + " where case_number = ? and kind = 'CONTRIBUTE' order by due_at",
                        number))
                .containsExactly("2027-02-03 17:00", "2027-02-08 09:00");
    }

    @Test
    void aVoiceThatComesInReviewMustBeAnswered() {
        inside.itIs("2027-02-01T09:00");
        String number = reviewedBySara();
        inside.itIs("2027-02-03T09:00");
        voices("amir", number, "DETOUR").done();
        inside.itIs("2027-03-15T10:00");
        reviews("sara", number, "EFFECTIVE").invalid("despiteNewVoice");
        as("sara")
                .does(
                        number,
                        "effect-review",
                        "verdict",
                        "EFFECTIVE",
                        "evidence",
                        "Hon kom in",
                        "despiteNewVoice",
                        "Det hände före rampen",
                        "learned",
                        "Fråga först")
                .done();
        closedAs(number, "EFFECTIVE");
    }

    @Test
    void aVoiceMustBeAnsweredAlsoWhenItCameAtOnceOrWithACaseThatWasMergedInto() {
        inside.itIs("2027-02-01T09:00");
        String older = decidedByKarin();
        String atOnce = reviewedBySara();
        voices("amir", atOnce, "DETOUR").done();
        String merged = reviewedBySara();
        as("karin").does(older, "merge", "into", merged, "reason", "Samma dörr").done();
        inside.itIs("2027-03-15T10:00");
        reviews("sara", atOnce, "EFFECTIVE").invalid("despiteNewVoice");
        reviews("sara", merged, "EFFECTIVE").invalid("despiteNewVoice");
    }

    @Test
    void onAClosedCaseAVoiceIsANewCaseThatSaysItHasComeBack() {
        String closed = rejectedByKarin();
        as("sara").does(closed, "response", "accept", true).done();
        voices("amir", closed, "DETOUR").refused(409);
        String open = decidedByKarin();
        raisesAgain("amir", open).invalid("recurrenceOf");
        raisesAgain("amir", "M-2020-9999").invalid("recurrenceOf");
        Answer again = raisesAgain("amir", closed).done();
        assertThat(again.json().path("recurrenceOf").asText()).isEqualTo(closed);
    }

    @Test
    void aMergedCaseGoesOnAsTheOther() {
        String merged = as("sara")
                .raises(Raising.question().outcome("HARMED").reachedAt("070-1"))
                .done()
                .number();
        String target = decidedByKarin();
        as("amir").does(merged, "merge", "into", target, "reason", "Samma").refused(403);
        as("karin").does(merged, "merge", "into", merged, "reason", "Samma").invalid("into");
        as("karin")
                .does(merged, "merge", "into", "M-2020-9999", "reason", "Samma")
                .invalid("into");
        Answer done = as("karin")
                .does(merged, "merge", "into", target, "reason", "Samma dörr")
                .done();
        assertThat(done.json().path("mergedInto").asText()).isEqualTo(target);
        closedAs(merged, "MERGED");
        Answer whole = as("karin").reads(target);
        assertThat(whole.json().path("voices")).hasSize(2);
        assertThat(whole.json().path("severity").asText()).isEqualTo("HARMED");
        String voice = whole.json().path("voices").get(1).path("id").asText();
        assertThat(as("karin")
                        .gets("/cases/" + target + "/voices/" + voice + "/contact")
                        .body())
                .contains("070-1");
        owes(target, "DECIDE", "karin");
        String other = decidedByKarin();
        as("karin").does(other, "merge", "into", merged, "reason", "Samma").invalid("into");
    }

    @Test
    void aCaseIsNotMergedIntoOneThatCameOfIt() {
        String first = decidedByKarin();
        String went = decidedByKarin();
        as("karin").does(first, "merge", "into", went, "reason", "Samma dörr").done();
        String again = decidedByKarin();
        tables.does("update case_ set recurrence_of = '" + first + "' where number = '" + again + "'");

        as("karin").does(went, "merge", "into", again, "reason", "Samma dörr").invalid("into");
        as("karin").does(again, "merge", "into", went, "reason", "Samma dörr").done();
    }

    @Test
    void whatHasComeBackOfAMergedCaseIsAVoiceOfTheOneThatGoesOn() {
        String first = decidedByKarin();
        String second = decidedByKarin();
        String third = decidedByKarin();
        as("karin").does(first, "merge", "into", second, "reason", "Samma dörr").done();
        as("karin").does(second, "merge", "into", third, "reason", "Samma dörr").done();
        Answer refused = raisesAgain("amir", first).invalid("recurrenceOf");
        assertThat(refused.body()).contains(third);
        rejects("karin", third);
        as("sara").does(third, "response", "accept", true).done();
        raisesAgain("amir", first).done();
    }

    @Test
    void whoeverObjectsHasToDoWithTheCaseAndReadsWhatItIsAbout() {
        String number = as("hugo")
                .posts(
                        "/cases",
                        Raising.json(
                                "customerVoice",
                                Map.of("words", SECRET, "goal", "Få hjälp", "outcome", "DETOUR", "sensitive", true),
                                "proposal",
                                Map.of(
                                        "text",
                                        "En ramp",
                                        "cost",
                                        0,
                                        "reversible",
                                        true,
                                        "units",
                                        List.of(Raising.GATA, Raising.KUNDSERVICE)),
                                "decision",
                                Map.of("owner", "hugo")))
                .done()
                .number();
        assertThat(as("karin").reads(number).body()).doesNotContain(SECRET);
        as("karin").does(number, "objection", "reason", "Inte hos oss").done();
        assertThat(as("karin").reads(number).body()).contains(SECRET);
    }

    @Test
    void whatASensitiveVoiceSaysIsForThoseWhoHaveToDoWithIt() {
        String number = as("sara")
                .posts(
                        "/cases",
                        Raising.json(
                                "customerVoice",
                                Map.of(
                                        "words",
                                        SECRET,
                                        "goal",
                                        "Få hjälp",
                                        "outcome",
                                        "DETOUR",
                                        "channel",
                                        "Blodsjukdomsmottagningen",
                                        "sensitive",
                                        true),
                                "reading",
                                "Blodsjukdom"))
                .done()
                .number();
        for (String insider : new String[] {"sara", "karin", "per", "eva", "astrid"}) {
            assertThat(as(insider).reads(number).body()).as(insider).contains(SECRET);
        }
        for (String path : new String[] {
            "/cases/" + number,
            "/cases/" + number + "/history",
            "/cases?q=blodsjukdom",
            "/cases?raisedBy=sara&limit=200",
            "/obligations?of=karin&limit=200",
            "/obligations/" + leadingId(number)
        }) {
            assertThat(as("hugo").gets(path).body()).as(path).doesNotContain("lodsjukdom");
        }
        assertThat(as("hugo")
                        .reads(number)
                        .json()
                        .path("customerVoice")
                        .path("goal")
                        .asText())
                .isEqualTo("Få hjälp");
        assertThat(as("hugo").gets("/cases?q=blodsjukdom").json().path("items")).isEmpty();
        assertThat(as("karin").gets("/cases?q=blodsjukdom").json().path("items"))
                .isNotEmpty();
    }

    @Test
    void whoeverBringsAVoiceReadsForThatNothingThatIsProtected() {
        String number = as("sara")
                .posts(
                        "/cases",
                        Raising.json(
                                "customerVoice",
                                Map.of("words", SECRET, "goal", "Få hjälp", "outcome", "DETOUR", "sensitive", true)))
                .done()
                .number();
        String first =
                as("sara").reads(number).json().path("voices").get(0).path("id").asText();
        Answer brought = as("hugo")
                .posts(
                        "/cases/" + number + "/voices",
                        Raising.json("words", "Jag med", "goal", "Komma in", "outcome", "DETOUR", "contact", "070-2"))
                .done();

        assertThat(brought.body()).doesNotContain(SECRET);
        assertThat(as("hugo").reads(number).body()).doesNotContain(SECRET);
        assertThat(as("gun").reads(number).body()).doesNotContain(SECRET);
        as("hugo").does(number, "messages", "text", "Vad sade kunden?").refused(403);
        as("hugo").gets("/cases/" + number + "/voices/" + first + "/contact").refused(404);
        String own = brought.json().path("voices").get(1).path("id").asText();
        assertThat(as("hugo")
                        .gets("/cases/" + number + "/voices/" + own + "/contact")
                        .done()
                        .body())
                .contains("070-2");
        as("gun").gets("/cases/" + number + "/voices/" + own + "/contact").refused(403);
        assertThat(tables.rows(
                        "select read_by, allowed from contact_reading where case_number = ? order by read_at", number))
                .containsExactly(List.of("hugo", "t"), List.of("gun", "f"));
    }

    @Test
    void whoMayNotReadWhatTheCustomerShallBeAskedIsNotToldThatItIsSomethingElse() {
        String written = "Mår hon bättre av sin blodsjukdom?";
        String number = isAsked(written);
        assertThat(question("sara", number)).isEqualTo(written);
        assertThat(question("hugo", number)).isNull();

        String other = isAsked(null);
        assertThat(question("hugo", other)).isEqualTo(question("sara", other)).contains("Få hjälp");
    }

    /** A case of sara's about which outsiders read nothing; null is the default question. */
    private String isAsked(String question) {
        return as("sara")
                .posts(
                        "/cases",
                        Raising.json(
                                "customerVoice",
                                Map.of("words", SECRET, "goal", "Få hjälp", "outcome", "DETOUR", "sensitive", true),
                                "proposal",
                                Raising.proposal(0L, true, List.of()),
                                "decision",
                                Raising.node("owner", "sara", "effectQuestion", question)))
                .done()
                .number();
    }

    private String question(String reader, String number) {
        return as(reader).reads(number).json().path("effectQuestion").asText(null);
    }

    private Answer voices(String person, String number, String outcome) {
        return as(person)
                .posts(
                        "/cases/" + number + "/voices",
                        Raising.json("words", "Jag kom inte heller in", "goal", "Komma in", "outcome", outcome));
    }

    private Answer raisesAgain(String person, String number) {
        return as(person)
                .posts(
                        "/cases",
                        Raising.json(
                                "customerVoice",
                                Map.of("words", Raising.WORDS, "goal", Raising.GOAL, "outcome", "DETOUR"),
                                "recurrenceOf",
                                number));
    }

    private String due(String number) {
        return tables.one(
                "select to_char(due_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') from obligation"
                        + " where case_number = ? and state = 'OPEN' and leads",
                number);
    }
}
