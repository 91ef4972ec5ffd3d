package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 10: a repeated command changes nothing more, and of two who act on the same version the second is told. */
class OnceIsEnoughIT extends PathTest {

    private final String key = UUID.randomUUID().toString();

    private String[] withKey(String... others) {
        return Stream.concat(Stream.of("Idempotency-Key", key), Arrays.stream(others))
                .toArray(String[]::new);
    }

    @Test
    void theSameCommandAgainGetsTheFirstAnswerAndChangesNothing() {
        Answer first = as("sara").raises(Raising.change(10), withKey()).done();
        Map<String, String> before = tables.everything();
        Answer again = as("sara").raises(Raising.change(10), withKey()).done();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.tag()).isEqualTo(first.tag());
        assertThat(again.http().headers().firstValue("Location"))
                .isEqualTo(first.http().headers().firstValue("Location"));
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void aStepThatIsDoneAgainWithItsKeyGetsItsFirstAnswerThoughTheCaseHasMovedOn() {
        String number = decidedByKarin();
        String tag = as("karin").reads(number).tag();
        String decision = Raising.json("verdict", "APPROVED", "reason", "Ja");
        Answer first = as("karin")
                .posts("/cases/" + number + "/decision", decision, withKey("If-Match", tag))
                .done();
        as("karin").does(number, "action/completion", "text", "Klar").done();
        Map<String, String> before = tables.everything();
        Answer again = as("karin")
                .posts("/cases/" + number + "/decision", decision, withKey("If-Match", tag))
                .done();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void theSameKeyForAnotherCommandIsRefused() {
        as("sara").raises(Raising.change(10), withKey()).done();
        Map<String, String> before = tables.everything();
        as("sara").raises(Raising.change(11), withKey()).refused(422);
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void anotherPersonsKeyIsAnother() {
        String saras = as("sara").raises(Raising.change(10), withKey()).done().number();
        String amirs = as("amir").raises(Raising.change(10), withKey()).done().number();
        assertThat(amirs).isNotEqualTo(saras);
    }

    @Test
    void aKeyIsKeptForSevenDaysAndThenForgotten() {
        String first = as("sara").raises(Raising.change(10), withKey()).done().number();
        aged("6 days 23 hours");
        inside.forgetOldKeys();
        assertThat(as("sara").raises(Raising.change(10), withKey()).done().number())
                .isEqualTo(first);

        aged("7 days 1 hour");
        String second = as("sara").raises(Raising.change(10), withKey()).done().number();
        assertThat(second).isNotEqualTo(first);

        aged("7 days 1 hour");
        inside.forgetOldKeys();
        assertThat(tables.count("select count(*) from once where key = ?", key)).isZero();
        assertThat(as("sara").raises(Raising.change(10), withKey()).done().number())
                .isNotIn(first, second);
    }

    private void aged(String age) {
        tables.does("update once set at = now() - interval '" + age + "' where key = '" + key + "'");
    }

    @Test
    void aRefusedCommandLeavesItsKeyFree() {
        as("hugo").raises(Raising.change(0).ownedBy("ingen"), withKey()).refused(422);
        as("hugo").raises(Raising.change(0).ownedBy("hugo"), withKey()).done();
    }

    @Test
    void sentTwiceAtTheSameMomentItIsOneCase() {
        long cases = tables.count("select count(*) from case_");
        List<Answer> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> as("sara").raises(Raising.change(10), withKey())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(tables.count("select count(*) from case_")).isEqualTo(cases + 1);
    }

    @Test
    void theSecondOfTwoWhoHadReadTheSameVersionIsToldAndLosesNothing() {
        String number = decidedByKarin();
        String read = as("karin").reads(number).tag();
        approves("karin", number, null);
        Map<String, String> before = tables.everything();
        Answer second = as("karin")
                .posts(
                        "/cases/" + number + "/decision",
                        Raising.json("verdict", "APPROVED", "reason", "Också jag", "owner", "lina"),
                        "If-Match",
                        read)
                .refused(412);
        assertThat(second.json().path("detail").asText()).contains("ändrats sedan du läste");
        assertThat(tables.everything()).isEqualTo(before);
        assertThat(as("karin").reads(number).tag()).isNotEqualTo(read);
    }

    @Test
    void ofTwoDecisionsAtTheSameMomentOneCounts() {
        String number = decidedByKarin();
        String read = as("karin").reads(number).tag();
        List<Integer> statuses = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> as("karin")
                        .posts(
                                "/cases/" + number + "/decision",
                                Raising.json("verdict", "APPROVED", "reason", "Beslut " + i),
                                "If-Match",
                                read)
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertThat(tables.count("select count(*) from decision where case_number = ?", number))
                .isEqualTo(1);
        owes(number, "ACT", "karin");
    }

    @Test
    void aCommandThatDoesNotSayWhichVersionWasReadIsRefused() {
        String number = decidedByKarin();
        Map<String, String> before = tables.everything();
        for (String call :
                List.of("decision", "ownership", "action", "action/completion", "effect-review", "appointment")) {
            as("karin").posts("/cases/" + number + "/" + call, "{}").refused(428);
            as("karin")
                    .posts("/cases/" + number + "/" + call, "{}", "If-Match", "\"0\"")
                    .refused(412);
        }
        assertThat(tables.everything()).isEqualTo(before);
    }
}
