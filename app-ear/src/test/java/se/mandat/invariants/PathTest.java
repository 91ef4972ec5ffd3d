package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import se.mandat.running.ClientTest;

/** People who take a case along its path, on the running system and at any time. */
abstract class PathTest extends ClientTest {

    final Inside inside = new Inside(system);
    final Tables tables = new Tables(system.database());
    private final Agreement agreement = new Agreement(tables, inside::position);

    @AfterEach
    void theMachinesTimeAgain() {
        inside.followTheMachine();
    }

    Colleague as(String username) {
        return new Colleague(system, username);
    }

    /** A case that hugo has decided within his mandate and carries out himself. */
    String actingByHugo() {
        return as("hugo").raises(Raising.change(0).ownedBy("hugo")).done().number();
    }

    /** A case of sara's that karin shall decide. */
    String decidedByKarin() {
        return as("sara").raises(Raising.change(30_000)).done().number();
    }

    /** A case of sara's that karin has approved and carries out herself. */
    String actingByKarin() {
        String number = decidedByKarin();
        approves("karin", number, null);
        return number;
    }

    /** A case of sara's that karin has carried out; sara shall review it. */
    String reviewedBySara() {
        String number = actingByKarin();
        as("karin")
                .does(number, "action/completion", "text", "Rampen ligger där")
                .done();
        return number;
    }

    Answer approves(String decider, String number, String owner) {
        return as(decider)
                .does(number, "decision", "verdict", "APPROVED", "reason", "Det ska gå att komma in", "owner", owner)
                .done();
    }

    Answer reviews(String reviewer, String number, String verdict) {
        return as(reviewer)
                .does(
                        number,
                        "effect-review",
                        "verdict",
                        verdict,
                        "evidence",
                        Map.of("kind", "CUSTOMER_SAID", "text", "Hon sa det själv"));
    }

    /** Kind, debtor, id and due time of what leads the case. */
    List<String> leading(String number) {
        return tables.rows(
                        "select kind, debtor, id, due_at from obligation"
                                + " where case_number = ? and state = 'OPEN' and leads",
                        number)
                .getFirst();
    }

    String leadingId(String number) {
        return leading(number).get(2);
    }

    /** This kind is owed by this person, and the case's stage and its process say the same. */
    void owes(String number, String kind, String debtor) {
        assertThat(leading(number)).startsWith(kind, debtor);
        agrees(number);
    }

    /** Who owes this kind beside what leads the case; empty when nobody does. */
    List<String> owedBeside(String number, String kind) {
        return tables.all(
                "select debtor from obligation where case_number = ? and kind = ? and state = 'OPEN' and not leads"
                        + " order by opened_at",
                number,
                kind);
    }

    /** The id of what this person owes of this kind. */
    String obligation(String number, String kind, String debtor) {
        return tables.one(
                "select id from obligation where case_number = ? and kind = ? and debtor = ? and state = 'OPEN'",
                number,
                kind,
                debtor);
    }

    /** Stage, leading obligation and process position say the same; everything else that is owed has a process too. */
    void agrees(String number) {
        agreement.of(number);
    }

    /** The case has ended so, and nothing leads it any more. */
    void closedAs(String number, String how) {
        assertThat(tables.one("select closed_as from case_ where number = ?", number))
                .isEqualTo(how);
        agrees(number);
    }

    Answer rejects(String decider, String number) {
        return as(decider)
                .does(number, "decision", "verdict", "REJECTED", "reason", "Vi har inte råd i år")
                .done();
    }

    /** A case of sara's that karin has rejected; sara shall respond. */
    String rejectedByKarin() {
        String number = decidedByKarin();
        rejects("karin", number);
        return number;
    }

    List<String> historyOf(String number) {
        return tables.all("select type from history_entry where subject = ? order by seq", number);
    }
}
