package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.mandat.launcher.Mailbox.Received;

/** What people are told arrives in their mailbox: in time, once, in their language, and never in a case's way. */
class MailIT extends PathTest {

    private static final String KARIN = "karin@nordvik.example";

    @BeforeEach
    void nothingWaits() {
        tables.does(
                "update outbox_message set mail_at = 'infinity' where mail_at is null or mail_at < 'infinity'",
                "update mail set state = 'DROPPED', ended_at = created_at where state = 'WAITING'");
        system.mailbox().empty();
    }

    @AfterEach
    void everybodyIsMailedAtOnce() {
        tables.does("delete from mail_choice");
    }

    @Test
    void aManagerIsMailedOnceInTheCustomersWordsWithOneLinkToTheAction() {
        inside.itIs("2031-03-12T10:00");
        String number = decidedByKarin();
        inside.postGoesAt("2031-03-12T10:00");
        assertThat(mailTo(KARIN)).isEmpty();

        inside.postGoesAt("2031-03-12T10:01");
        inside.postGoesAt("2031-03-12T10:05");

        Received mail = onlyMailTo(KARIN);
        assertThat(mail.subject()).startsWith("”Jag gick fram").endsWith("· Besluta om förslaget (" + number + ")");
        assertThat(mail.html()).contains(Raising.WORDS).contains("Senast mån 17 mars 10.00");
        assertThat(mail.html().replaceAll("<[^>]+>", ""))
                .contains("veta det mån 17 mars 10.00 och tar över tis 18 mars 10.00.");
        assertThat(mail.text()).contains(system.at("/cases/" + number + "#act").toString());
        assertThat(mail.html().split("/cases/", -1)).hasSize(2);
        assertThat(mail.from()).isEqualTo("Mandat <no-reply@localhost>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(mail.header("Content-Language")).isEqualTo("sv");
        assertThat(mail.messageId())
                .isEqualTo(tables.one(
                        "select m.message_id from mail m join outbox_message o on o.mail = m.id"
                                + " where o.case_number = ?",
                        number));
    }

    @Test
    void whoReadsEnglishIsMailedInEnglish() {
        system.directory().reads("bodil", "en");
        inside.readTheDirectory();
        try {
            inside.itIs("2031-03-12T10:00");
            as("noor").raises(Raising.change(30_000)).done();
            inside.postGoesAt("2031-03-12T10:01");

            Received mail = onlyMailTo("bodil@nordvik.example");
            assertThat(mail.subject()).contains("Decide on the proposal");
            assertThat(mail.text()).startsWith("Hello Bodil,").contains("By Mon 17 Mar 10:00");
            assertThat(mail.header("Content-Language")).isEqualTo("en");
        } finally {
            system.directory().reads("bodil", "sv");
            inside.followTheMachine();
            inside.readTheDirectory();
        }
    }

    @Test
    void aDigestComesAtNoonAndInTheMorningAndNeverInBetween() {
        tables.does("insert into mail_choice values ('karin', 'DIGEST')");
        inside.itIs("2031-03-13T09:00");
        String first = decidedByKarin();
        String second = decidedByKarin();
        inside.postGoesAt("2031-03-13T11:59");
        assertThat(mailTo(KARIN)).isEmpty();

        inside.postGoesAt("2031-03-13T12:00");
        assertThat(onlyMailTo(KARIN).subject()).startsWith("2 ärenden, först ”");
        assertThat(onlyMailTo(KARIN).text()).contains(first).contains(second);

        system.mailbox().empty();
        inside.itIs("2031-03-13T12:01");
        decidedByKarin();
        inside.postGoesAt("2031-03-13T17:00");
        assertThat(mailTo(KARIN)).isEmpty();
        inside.postGoesAt("2031-03-14T08:00");
        assertThat(mailTo(KARIN)).hasSize(1);
    }

    @Test
    void whatHappensAtNightIsOneMailWhenWorkingTimeBegins() {
        // Good Friday 2031 is 11 April
        inside.itIs("2031-04-10T21:00");
        String first = decidedByKarin();
        inside.itIs("2031-04-12T03:00");
        String second = decidedByKarin();
        inside.postGoesAt("2031-04-12T03:05");
        inside.postGoesAt("2031-04-15T07:59");
        assertThat(mailTo(KARIN)).isEmpty();

        inside.postGoesAt("2031-04-15T08:00");
        assertThat(onlyMailTo(KARIN).text()).contains(first).contains(second);
    }

    @Test
    void whatNobodySentInTimeWaitsForTheMorning() {
        inside.itIs("2031-03-12T16:30");
        String number = decidedByKarin();
        inside.postGoesAt("2031-03-12T16:30");
        inside.postGoesAt("2031-03-12T22:00");
        assertThat(mailTo(KARIN)).isEmpty();

        inside.postGoesAt("2031-03-13T08:00");
        assertThat(onlyMailTo(KARIN).text()).contains(number);
    }

    @Test
    void whenACustomerCameToHarmThoseInChargeAreMailedAtAnyHourWhateverTheyChose() {
        tables.does("insert into mail_choice values ('karin', 'DIGEST')");
        inside.itIs("2031-03-15T02:30");
        String number = as("sara")
                .raises(Raising.change(30_000).outcome("HARMED").touching(Raising.KUNDSERVICE, Raising.BIBLIOTEK))
                .done()
                .number();
        owes(number, "DECIDE", "per");
        inside.postGoesAt("2031-03-15T02:30");

        // karin manages the lead unit, per decides
        for (String address : List.of(KARIN, "per@nordvik.example")) {
            assertThat(onlyMailTo(address).subject()).startsWith("Brådskande, en kund har tagit skada: ”");
            assertThat(onlyMailTo(address).header("X-Priority")).isEqualTo("1");
        }
        inside.postGoesAt("2031-03-17T12:00");
        assertThat(mailTo(KARIN)).hasSize(1);
        assertThat(mailTo("per@nordvik.example")).hasSize(1);
    }

    @Test
    void whoeverOwesTheDecisionIsMailedAtAnyHourWhenAnotherCustomerCameToHarm() {
        inside.itIs("2031-03-14T10:00");
        String number = decidedByKarin();
        inside.postGoesAt("2031-03-14T10:01");
        system.mailbox().empty();
        inside.itIs("2031-03-14T20:00");
        as("amir")
                .posts(
                        "/cases/" + number + "/voices",
                        Raising.json("words", "Jag föll där", "goal", "Komma in", "outcome", "HARMED"))
                .done();
        inside.postGoesAt("2031-03-14T20:00");

        assertThat(onlyMailTo(KARIN).subject()).startsWith("Brådskande, en kund har tagit skada: ”");
    }

    @Test
    void whoeverActsIsMailedAtAnyHourWhenAHarmedCustomersCaseGoesOnAsTheirs() {
        inside.itIs("2031-03-14T10:00");
        String target = actingByHugo();
        String merged = as("sara")
                .raises(Raising.change(30_000).outcome("HARMED"))
                .done()
                .number();
        inside.postGoesAt("2031-03-14T10:01");
        system.mailbox().empty();
        inside.itIs("2031-03-14T20:00");
        as("karin")
                .does(merged, "merge", "into", target, "reason", "Samma dörr")
                .done();
        inside.postGoesAt("2031-03-14T20:00");

        for (String address : List.of("hugo@nordvik.example", "gun@nordvik.example")) {
            assertThat(onlyMailTo(address).subject()).startsWith("Brådskande, en kund har tagit skada: ”");
        }
    }

    @Test
    void whatHasEndedOrBeenSeenMeanwhileIsNotMailed() {
        inside.itIs("2031-03-12T20:00");
        String ended = decidedByKarin();
        inside.itIs("2031-03-12T20:10");
        rejects("karin", ended);
        as("noor").raises(Raising.change(30_000)).done();
        tables.does("update outbox_message set seen_at = now() where recipient = 'bodil' and mail_at is null");

        inside.postGoesAt("2031-03-13T08:00");
        assertThat(mailTo(KARIN)).isEmpty();
        assertThat(mailTo("bodil@nordvik.example")).isEmpty();
        Received mail = onlyMailTo("sara@nordvik.example");
        assertThat(mail.subject()).contains("Ta ställning till avslaget (" + ended + ")");
    }

    @Test
    void aProtectedVoiceNeverGoesIntoMail() {
        inside.itIs("2031-03-12T10:00");
        as("sara")
                .posts(
                        "/cases",
                        """
                        {"customerVoice": {"words": "Jag vågar inte gå dit", "goal": "Komma in", "outcome": "DETOUR",
                          "sensitive": true}, "proposal": {"text": "Ramp", "cost": 30000, "reversible": true}}
                        """)
                .done();
        inside.postGoesAt("2031-03-12T10:01");

        Received mail = onlyMailTo(KARIN);
        assertThat(mail.subject()).startsWith("Besluta om förslaget (M-");
        assertThat(mail.source() + mail.text() + mail.html())
                .doesNotContain("vågar")
                .doesNotContain("Komma in");
    }

    @Test
    void aMailServerThatIsDownDelaysNobodyAndIsTriedAgain() {
        inside.itIs("2031-03-12T10:00");
        system.mailbox().stop();
        String number;
        try {
            number = decidedByKarin();
            inside.postGoesAt("2031-03-12T10:01");
            assertThat(waiting(number)).containsExactly("WAITING", "1", "UNREACHABLE");
            as("karin").does(number, "referral", "reason", "Jag är för nära").done();
        } finally {
            system.mailbox().goOn();
        }
        inside.postGoesAt("2031-03-12T10:01");
        assertThat(system.mailbox().received()).isEmpty();

        inside.postGoesAt("2031-03-12T10:02");
        // karin's has moved on to per meanwhile
        assertThat(mailTo(KARIN)).isEmpty();
        assertThat(onlyMailTo("per@nordvik.example").text()).contains(number);
    }

    @Test
    void whatIsToldOfOneThingWhileTheMailServerIsDownIsOneMailWhenItIsUpAgain() {
        inside.itIs("2031-03-12T10:00");
        system.mailbox().stop();
        String number;
        try {
            number = decidedByKarin();
            inside.postGoesAt("2031-03-12T10:01");
            for (String day : List.of("13", "14", "17")) {
                inside.letTimePass(number, "2031-03-" + day + "T16:00");
                inside.postGoesAt("2031-03-" + day + "T16:01");
            }
            assertThat(historyOf(number)).contains("obligation.reminded.v1", "obligation.escalated.v1");
        } finally {
            system.mailbox().goOn();
        }
        inside.postGoesAt("2031-03-17T16:30");
        inside.postGoesAt("2031-03-18T09:00");

        assertThat(onlyMailTo(KARIN).text()).contains(number);
        assertThat(mailTo("per@nordvik.example")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = SurlyMailServer.Manner.class,
            names = {"SILENT", "NOT_NOW"})
    void aMailServerThatTakesNothingIsAskedLessAndLessOftenAndInTheEndNoMore(SurlyMailServer.Manner manner) {
        inside.itIs("2031-03-10T10:00");
        String number = decidedByKarin();
        try (SurlyMailServer server = SurlyMailServer.insteadOf(system.mailbox(), manner)) {
            for (String at : List.of(
                    "10T10:01", "10T10:02", "10T10:07", "10T10:22", "10T11:22", "10T15:22", "11T08:00", "12T08:00")) {
                inside.postGoesAt("2031-03-" + at);
                inside.postGoesAt("2031-03-" + at);
            }
            assertThat(server.visits()).isEqualTo(8);
            inside.postGoesAt("2031-03-14T23:22");
            assertThat(server.visits()).isEqualTo(8);
        }
        assertThat(waiting(number))
                .containsExactly("DEAD", "8", manner == SurlyMailServer.Manner.SILENT ? "UNREACHABLE" : "NOT_TAKEN");
        assertThat(system.mailbox().received()).isEmpty();
    }

    @Test
    void anAddressThatIsRefusedForGoodIsNotTriedAgain() {
        inside.itIs("2031-03-12T10:00");
        String number = decidedByKarin();
        try (SurlyMailServer server =
                SurlyMailServer.insteadOf(system.mailbox(), SurlyMailServer.Manner.NOBODY_OF_THAT_NAME)) {
            inside.postGoesAt("2031-03-12T10:01");
            assertThat(server.visits()).isEqualTo(1);
        }
        assertThat(waiting(number)).containsExactly("DEAD", "1", "NO_SUCH_ADDRESS");
        owes(number, "DECIDE", "karin");
    }

    @Test
    void whatWasSentAndNotMarkedIsSentAgainUnderTheSameName() {
        inside.itIs("2031-03-12T10:00");
        String number = decidedByKarin();
        tables.does(
                "create function dies() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$",
                "create trigger dies before update on mail for each row when (new.state = 'SENT')"
                        + " execute function dies()");
        try {
            assertThatThrownBy(() -> inside.postGoesAt("2031-03-12T10:01")).hasMessageContaining("500");
        } finally {
            tables.does("drop trigger dies on mail", "drop function dies()");
        }
        assertThat(mailTo(KARIN)).hasSize(1);
        inside.postGoesAt("2031-03-12T10:05");
        assertThat(mailTo(KARIN)).hasSize(1);

        inside.postGoesAt("2031-03-12T10:06");
        inside.postGoesAt("2031-03-12T10:30");

        assertThat(mailTo(KARIN))
                .hasSize(2)
                .extracting(Received::messageId)
                .containsOnly(tables.one(
                        "select m.message_id from mail m join outbox_message o on o.mail = m.id"
                                + " where o.case_number = ?",
                        number));
    }

    @Test
    void stewardsSeeWhatDidNotArriveAndNotWhatItSaysAndLetItBeTriedAgain() {
        inside.itIs("2031-03-12T10:00");
        String number = decidedByKarin();
        try (SurlyMailServer server =
                SurlyMailServer.insteadOf(system.mailbox(), SurlyMailServer.Manner.NOBODY_OF_THAT_NAME)) {
            inside.postGoesAt("2031-03-12T10:01");
            assertThat(server.visits()).isEqualTo(1);
        }
        Answer listed = as("stina").gets("/dead-letters").done();
        JsonNode dead = StreamSupport.stream(listed.json().path("items").spliterator(), false)
                .filter(letter -> letter.at("/cases/0").asText().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(dead.path("recipient").asText()).isEqualTo("karin");
        assertThat(dead.path("why").asText()).isEqualTo("NO_SUCH_ADDRESS");
        assertThat(listed.body()).doesNotContain("fram och tillbaka").doesNotContain(Raising.GOAL);
        as("karin").gets("/dead-letters").refused(403);

        String again = "/dead-letters/" + dead.path("id").asText() + "/retry";
        assertThat(as("stina").posts(again, null).status()).isEqualTo(204);
        inside.postGoesAt("2031-03-12T10:02");
        assertThat(onlyMailTo(KARIN).text()).contains(number);
        as("stina").posts(again, null).refused(404);
    }

    @Test
    void whoChoosesADigestIsNotMailedAtOnceAnyMore() {
        assertThat(as("karin").gets("/me/settings").json().path("mail").asText())
                .isEqualTo("AT_ONCE");
        inside.itIs("2031-03-12T10:00");
        decidedByKarin();
        as("karin").sends("PUT", "/me/settings", "{\"mail\": \"DIGEST\"}").done();
        as("karin").sends("PUT", "/me/settings", "{}").invalid("mail");
        inside.postGoesAt("2031-03-12T10:30");
        assertThat(mailTo(KARIN)).isEmpty();
        inside.postGoesAt("2031-03-12T12:00");
        assertThat(mailTo(KARIN)).hasSize(1);
    }

    @Test
    void aCalendarIsReadByItsLinkUntilThatIsRenewedOrRemovedOrItsOwnerLeaves() {
        inside.itIs("2031-03-12T10:00");
        String number = as("lina").raises(Raising.change(30_000)).done().number();
        as("ola")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Ja", "owner", "hugo")
                .done();
        URI first = calendar("hugo");
        HttpResponse<String> read = anybodyReads(first);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(read.headers().firstValue("Cache-Control").orElse("")).startsWith("private");
        assertThat(read.body().replace("\r\n ", ""))
                .contains("SUMMARY:Ta emot ägarskapet · " + number + " · " + Raising.GOAL)
                .contains("DTSTART;TZID=Europe/Stockholm:20310313T100000")
                .contains("/cases/" + number)
                .doesNotContain("fram och tillbaka");

        URI second = calendar("hugo");
        assertThat(anybodyReads(first).statusCode()).isEqualTo(404);
        assertThat(anybodyReads(second).statusCode()).isEqualTo(200);
        String token = second.getPath().replaceAll("^/calendar/|\\.ics$", "");
        assertThat(tables.count(
                        "select count(*) from calendar_link where digest = sha256(convert_to(?, 'UTF8'))", token))
                .isEqualTo(1);
        system.directory().disable("hugo");
        try {
            inside.readTheDirectory();
            assertThat(anybodyReads(second).statusCode()).isEqualTo(404);
        } finally {
            system.directory().enable("hugo");
            inside.readTheDirectory();
        }
        assertThat(anybodyReads(second).statusCode()).isEqualTo(200);
        assertThat(as("hugo").sends("DELETE", "/me/calendar", null).status()).isEqualTo(204);
        assertThat(anybodyReads(second).statusCode()).isEqualTo(404);
        assertThat(anybodyReads(system.at("/calendar/nothing.ics")).statusCode())
                .isEqualTo(404);
    }

    private URI calendar(String person) {
        return URI.create(as(person)
                .sends("PUT", "/me/calendar", null)
                .done()
                .json()
                .path("url")
                .asText());
    }

    private HttpResponse<String> anybodyReads(URI address) {
        return system.send(HttpRequest.newBuilder(address).build());
    }

    /** State, tries and trouble of the mail to karin about this case. */
    private List<String> waiting(String number) {
        return tables.rows(
                        "select m.state, m.tries, m.trouble from mail m join outbox_message o on o.mail = m.id"
                                + " where o.case_number = ? and m.recipient = 'karin'",
                        number)
                .getFirst();
    }

    private Received onlyMailTo(String address) {
        assertThat(mailTo(address)).as(address).hasSize(1);
        return mailTo(address).getFirst();
    }

    private List<Received> mailTo(String address) {
        return system.mailbox().received().stream()
                .filter(mail -> mail.to().equals(address))
                .toList();
    }
}
