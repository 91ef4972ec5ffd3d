package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.mandat.invariants.Tables.Obstacle;

/**
 * 5: what a command writes is written whole or not at all. Each participant is made to fail in turn, and afterwards not
 * a row has changed in any table, ours or the engine's; without the obstacle the same command, with the same key, is
 * carried out.
 */
class AllOrNothingIT extends PathTest {

    private static final String CONTACT = "070-174 06 99";

    private void leavesNothing(Supplier<Obstacle> obstacle, Supplier<Answer> command) {
        Map<String, String> before = tables.everything();
        try (Obstacle inTheWay = obstacle.get()) {
            assertThat(command.get().status()).isGreaterThanOrEqualTo(500);
        }
        assertThat(tables.everything()).isEqualTo(before);
        command.get().done();
    }

    private Supplier<Answer> raising() {
        String key = UUID.randomUUID().toString();
        Raising everything = Raising.change(10).ownedBy("noor").reachedAt(CONTACT);
        return () -> as("noor").raises(everything, "Idempotency-Key", key);
    }

    private Supplier<Answer> deciding() {
        String number = decidedByKarin();
        String key = UUID.randomUUID().toString();
        String tag = as("karin").reads(number).tag();
        String decision = Raising.json(
                "verdict",
                "AMENDED",
                "reason",
                "Vi börjar i det lilla",
                "owner",
                "lina",
                "proposal",
                Raising.proposal(20_000L, true, List.of()));
        return () ->
                as("karin").posts("/cases/" + number + "/decision", decision, "If-Match", tag, "Idempotency-Key", key);
    }

    private Supplier<Answer> reviewing() {
        inside.itIs("2027-01-11T09:00");
        String number = reviewedBySara();
        inside.itIs("2027-02-08T09:00");
        return () -> reviews("sara", number, "EFFECTIVE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mandat.case_",
                "mandat.customer_voice",
                "mandat.voice_contact",
                "mandat.mandate_answer",
                "mandat.decision",
                "mandat.ledger_account",
                "mandat.obligation",
                "mandat.history_head",
                "mandat.history_entry",
                "mandat.history_text",
                "mandat.outbox_message",
                "mandat.once",
                "camunda.act_ru_execution",
                "camunda.act_ru_variable",
                "camunda.act_hi_procinst",
                "camunda.act_hi_actinst"
            })
    void raisingLeavesNothingWhenAnyPartOfItFails(String table) {
        leavesNothing(() -> tables.failing(table), raising());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mandat.case_",
                "mandat.mandate_answer",
                "mandat.decision",
                "mandat.obligation",
                "mandat.history_head",
                "mandat.history_entry",
                "mandat.history_text",
                "mandat.outbox_message",
                "mandat.once",
                "camunda.act_ru_execution",
                "camunda.act_ru_variable",
                "camunda.act_hi_procinst",
                "camunda.act_hi_actinst"
            })
    void completingAStepLeavesNothingWhenAnyPartOfItFails(String table) {
        leavesNothing(() -> tables.failing(table), deciding());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mandat.effect_review",
                "mandat.history_entry",
                "mandat.outbox_message",
                "camunda.act_hi_procinst"
            })
    void closingLeavesNothingWhenAnyPartOfItFails(String table) {
        leavesNothing(() -> tables.failing(table), reviewing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandat.history_head", "mandat.outbox_message", "camunda.act_ru_execution"})
    void raisingLeavesNothingWhenTheDatabaseIsCutOffInTheMiddle(String table) {
        leavesNothing(() -> tables.cuttingOff(table), raising());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandat.history_head", "mandat.outbox_message", "camunda.act_ru_execution"})
    void completingAStepLeavesNothingWhenTheDatabaseIsCutOffInTheMiddle(String table) {
        leavesNothing(() -> tables.cuttingOff(table), deciding());
    }

    @Test
    void nothingIsLeftWhenTheDatabaseIsCutOffAtTheCommit() {
        leavesNothing(() -> tables.cuttingOffTheCommit("mandat.obligation"), raising());
        leavesNothing(() -> tables.cuttingOffTheCommit("mandat.obligation"), deciding());
    }

    @Test
    void aCutOffDatabaseIsSaidToBeUnavailableAndWhenToTryAgain() {
        try (Obstacle inTheWay = tables.cuttingOff("mandat.case_")) {
            Answer answer = as("noor").raises(Raising.question()).refused(503);
            assertThat(answer.http().headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).doesNotContain("Exception", "SQL", "postgres");
        }
    }

    @Test
    void whatFailsUnforeseenIsAnIncidentWithoutAnyDetail() {
        try (Obstacle inTheWay = tables.failing("mandat.outbox_message")) {
            assertThat(as("noor")
                            .raises(Raising.change(10).ownedBy("noor"))
                            .refused(500)
                            .body())
                    .doesNotContain("made to fail", "Exception", "outbox");
        }
    }

    @Test
    void nothingOfWhatACustomerSaidStandsInTheLogWhateverFails() throws IOException {
        for (String table : List.of("mandat.customer_voice", "mandat.voice_contact", "mandat.history_text")) {
            try (Obstacle inTheWay = tables.failing(table)) {
                raising().get().refused(500);
            }
        }
        assertThat(Files.readString(Path.of(System.getProperty("mandat.state"), "log", "wildfly.log")))
                .contains("made to fail")
                .doesNotContain(Raising.WORDS, Raising.GOAL, CONTACT);
    }

    @Test
    void whatTheDomainRefusesLeavesNothing() {
        String number = decidedByKarin();
        Map<String, String> before = tables.everything();
        as("noor")
                .raises(Raising.change(10).ownedBy("ingen"), "Idempotency-Key", "refused-1")
                .invalid("decision.owner");
        as("karin")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Ja", "owner", "ingen")
                .invalid("owner");
        as("karin")
                .does(
                        number,
                        "decision",
                        "verdict",
                        "AMENDED",
                        "reason",
                        "Ja",
                        "proposal",
                        Raising.proposal(300_000L, true, List.of()))
                .refused(409);
        assertThat(tables.everything()).isEqualTo(before);
    }
}
