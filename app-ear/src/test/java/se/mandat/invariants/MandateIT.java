package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static se.mandat.invariants.Raising.BIBLIOTEK;
import static se.mandat.invariants.Raising.GATA;
import static se.mandat.invariants.Raising.KUNDSERVICE;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 6: every answer of the mandate can be reproduced. 7: nobody decides their own, reviews their own or overdraws. */
class MandateIT extends PathTest {

    @Test
    void everyAnswerThatWasKeptIsGivenAgainByItsVersionOfTheTable() {
        inside.itIs("2059-02-03T09:00");
        as("hugo").raises(Raising.change(0).shown("OWN")).done();
        as("hugo").raises(Raising.change(15_000).outcome("HARMED").shown("OWN")).done();
        as("karin").raises(Raising.change(20_000).shown("OWN")).done();
        as("sara").raises(Raising.question().shown("MANAGER")).done();
        as("lina").raises(Raising.change(10).shown("MANAGER")).done();
        as("sara").raises(Raising.change(10).forGood().shown("MANAGER")).done();
        as("sara")
                .raises(Raising.change(10)
                        .touching(KUNDSERVICE, BIBLIOTEK, GATA)
                        .shown("JOINT"))
                .done();
        as("sara").raises(Raising.change(250_001).shown("EXECUTIVE")).done();
        String amended = decidedByKarin();
        as("karin")
                .does(
                        amended,
                        "decision",
                        "verdict",
                        "AMENDED",
                        "reason",
                        "Billigare",
                        "proposal",
                        Raising.proposal(3_000L, true, List.of()))
                .done();

        List<String[]> answers = inside.mandatesAskedAgain();
        assertThat(answers).hasSizeGreaterThanOrEqualTo(10);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer[3]).as("route of %s", answer[0]).isEqualTo(answer[1]);
            assertThat(answer[4]).as("rule of %s", answer[0]).isEqualTo(answer[2]);
        });
        assertThat(answers.stream().map(answer -> answer[2]).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void theHistoryKeepsWhatTheMandateWasToldAndWhatItAnswered() {
        String number = as("sara").raises(Raising.change(250_001)).done().number();
        assertThat(tables.rows(
                        """
                        select m.route = e.payload::jsonb ->> 'route',
                               m.rule = (e.payload::jsonb ->> 'rule')::int,
                               m.table_version = (e.payload::jsonb ->> 'version')::int,
                               m.cost = (e.payload::jsonb -> 'inputs' ->> 'cost')::bigint,
                               m.level = e.payload::jsonb -> 'inputs' ->> 'level',
                               m.ledger_left = (e.payload::jsonb -> 'inputs' ->> 'ledgerLeft')::bigint
                        from mandate_answer m
                        join history_entry e on e.subject = m.case_number and e.type = 'case.mandate-asked.v1'
                        where m.case_number = ?
                        """,
                        number))
                .containsExactly(List.of("t", "t", "t", "t", "t", "t"));
    }

    @Test
    void aRaiserWhoWouldDecideIsSkippedAtEveryLevelUpToTheDeputy() {
        Map<String, String> deciders =
                Map.of("karin", "per", "per", "eva", "eva", "britt", "britt", "eva", "gun", "tove");
        deciders.forEach((raiser, decider) -> {
            Raising beyond = Raising.change(60_000);
            assertThat(as(raiser)
                            .posts(
                                    "/mandate-checks",
                                    Raising.json(
                                            "outcome",
                                            "DETOUR",
                                            "proposal",
                                            Raising.proposal(60_000L, true, List.of())))
                            .done()
                            .json()
                            .path("decider")
                            .path("username")
                            .asText())
                    .isEqualTo(decider);
            String number = as(raiser).raises(beyond.shown("MANAGER")).done().number();
            owes(number, "DECIDE", decider);
            as(raiser)
                    .does(number, "decision", "verdict", "APPROVED", "reason", "Min egen")
                    .refused(403);
        });
        String joint = as("per")
                .raises(Raising.change(60_000).touching(KUNDSERVICE, BIBLIOTEK))
                .done()
                .number();
        owes(joint, "DECIDE", "eva");
        String top = as("eva").raises(Raising.change(300_000)).done().number();
        owes(top, "DECIDE", "britt");
    }

    @Test
    void whoIsChosenToHelpCountsBeforeItIsSaidWithWhat() {
        Answer answer = as("sara")
                .posts(
                        "/mandate-checks",
                        Raising.json(
                                "outcome",
                                "DETOUR",
                                "proposal",
                                Map.of("cost", 10, "reversible", true),
                                "contributors",
                                List.of(Map.of("to", "hugo"))))
                .done();
        assertThat(answer.json().path("units"))
                .extracting(unit -> unit.asText())
                .containsExactly(KUNDSERVICE, GATA);

        String nobody = Raising.json("outcome", "DETOUR", "contributors", List.of(Map.of("what", "Mät upp")));
        as("sara").posts("/mandate-checks", nobody).invalid("contributors[0].to");
        String tooLong = Raising.json(
                "outcome", "DETOUR", "contributors", List.of(Map.of("to", "hugo", "what", "x".repeat(4_001))));
        as("sara").posts("/mandate-checks", tooLong).invalid("contributors[0].what");
    }

    @Test
    void theReviewerIsNeverOneWhoHasOwnedTheCase() {
        String byManager =
                as("karin").raises(Raising.change(0).ownedBy("karin")).done().number();
        as("karin").does(byManager, "action/completion", "text", "Klar").done();
        owes(byManager, "REVIEW_EFFECT", "per");
        String byColleague =
                as("hugo").raises(Raising.change(0).ownedBy("hugo")).done().number();
        as("hugo").does(byColleague, "action/completion", "text", "Klar").done();
        owes(byColleague, "REVIEW_EFFECT", "gun");
        String byTop = as("eva").raises(Raising.change(0).ownedBy("eva")).done().number();
        as("eva").does(byTop, "action/completion", "text", "Klar").done();
        owes(byTop, "REVIEW_EFFECT", "britt");
    }

    @Test
    void ofManyWhoSpendAtOnceOnlyThoseAreLetThroughWhomTheLedgerCovers() {
        inside.itIs("2057-02-05T09:00");
        long cases = tables.count("select count(*) from case_");
        List<Answer> answers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        as("hugo").raises(Raising.change(5_000).ownedBy("hugo").shown("OWN"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(5)
                .allSatisfy(answer -> answer.refused(409));
        assertThat(tables.rows("select used, spending_limit from ledger_account where person = 'hugo' and quarter ="
                        + " '2057-Q1'"))
                .containsExactly(List.of("25000", "25000"));
        assertThat(tables.count("select count(*) from case_")).isEqualTo(cases + 5);
        assertThat(as("hugo").gets("/me").json().path("mandate").path("left").asLong())
                .isZero();
        String number = as("hugo").raises(Raising.change(1)).done().number();
        owes(number, "DECIDE", "gun");
    }

    @Test
    void ofTwoWhoSpendTheRestAtOnceTheOtherIsShownTheNewAnswer() {
        inside.itIs("2057-05-07T09:00");
        as("noor").raises(Raising.change(15_000).outcome("HARMED").shown("OWN")).done();
        as("noor").raises(Raising.change(5_000).shown("OWN")).done();
        List<Answer> both = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        as("noor").raises(Raising.change(4_000).ownedBy("noor").shown("OWN"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(both.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
        assertThat(both).filteredOn(answer -> answer.status() == 409).allSatisfy(answer -> assertThat(
                        answer.refused(409).json().path("detail").asText())
                .contains("chefen för enheten beslutar"));
        assertThat(tables.count("select used from ledger_account where person = 'noor' and quarter = '2057-Q2'"))
                .isEqualTo(24_000);
        assertThat(as("noor")
                        .posts(
                                "/mandate-checks",
                                Raising.json(
                                        "outcome", "DETOUR", "proposal", Raising.proposal(4_000L, true, List.of())))
                        .done()
                        .json()
                        .path("route")
                        .asText())
                .isEqualTo("MANAGER");
    }

    @Test
    void theLedgerIsTheQuartersInStockholm() {
        inside.itIs("2058-06-30T23:59");
        as("noor").raises(Raising.change(1_000).shown("OWN")).done();
        inside.itIs("2058-07-01T00:00");
        as("noor").raises(Raising.change(2_000).shown("OWN")).done();
        assertThat(tables.rows(
                        "select quarter, used from ledger_account where person = 'noor' and quarter = '2058-Q3'"))
                .containsExactly(List.of("2058-Q3", "2000"));
    }

    @Test
    void theDatabaseLetsNoLedgerGoBelowZero() {
        as("hugo").raises(Raising.change(10)).done();
        assertThat(tables.refuses("update ledger_account set used = spending_limit + 1 where person = 'hugo'"))
                .isEqualTo("23514");
        assertThat(tables.refuses("update ledger_account set used = -1 where person = 'hugo'"))
                .isEqualTo("23514");
        assertThat(tables.refuses("insert into ledger_account values ('lina', '2057-Q1', 10, 11)"))
                .isEqualTo("23514");
    }
}
