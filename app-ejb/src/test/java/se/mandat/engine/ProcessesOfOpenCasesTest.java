package se.mandat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.mandat.mandate.Route;
import se.mandat.obligation.ObligationKind;

class ProcessesOfOpenCasesTest {

    private static final String NUMBER = "M-2027-0001";

    private static EngineOnPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = new EngineOnPostgres();
        Migrations.DOMAIN.applyTo(postgres.database.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @AfterEach
    void forget() throws SQLException {
        write("delete from mandat.obligation", "delete from mandat.case_");
    }

    @Test
    void aCaseWithItsProcessAndItsClockIsFine() throws SQLException {
        postgres.cases.start(NUMBER, Route.MANAGER, false);
        caseWithObligation("DECIDING", "OPEN", postgres.waiting());

        assertThat(missing()).isEmpty();
    }

    @Test
    void anOpenCaseWithoutAProcessIsFound() throws SQLException {
        postgres.cases.start("M-2027-0002", Route.MANAGER, false);
        caseWithObligation("DECIDING", "OPEN", postgres.waiting());
        write("update mandat.case_ set number = 'M-2027-0003'");

        assertThat(missing()).containsExactly("M-2027-0003");
    }

    @Test
    void anOpenObligationThatNoProcessWaitsForIsFound() throws SQLException {
        postgres.cases.start("M-2027-0004", Route.MANAGER, false);
        caseWithObligation("DECIDING", "OPEN", UUID.randomUUID());
        write("update mandat.case_ set number = 'M-2027-0004'");

        assertThat(missing()).containsExactly(NUMBER);
    }

    @Test
    void anObligationBesideTheCaseIsNoProcessOfTheCase() throws SQLException {
        postgres.cases.startBeside("M-2027-0005", ObligationKind.CONTRIBUTE, UUID.randomUUID());
        caseWithObligation("DECIDING", "OPEN", postgres.waiting());
        write(
                "update mandat.case_ set number = 'M-2027-0005'",
                "update mandat.obligation set case_number = 'M-2027-0005'");

        assertThat(missing()).containsExactly("M-2027-0005");
    }

    @Test
    void anObligationBesideAClosedCaseHasItsOwnProcess() throws SQLException {
        postgres.cases.startBeside(NUMBER, ObligationKind.ANSWER, UUID.randomUUID());
        caseWithObligation("CLOSED", "OPEN", postgres.waiting());

        assertThat(missing()).isEmpty();
    }

    @Test
    void whatHasEndedNeedsNoProcess() throws SQLException {
        caseWithObligation("CLOSED", "FULFILLED", UUID.randomUUID());

        assertThat(missing()).isEmpty();
    }

    private static List<String> missing() {
        return ProcessesOfOpenCases.missingIn(postgres.database.getPostgresDatabase());
    }

    /** As little of a case as the check looks at. */
    private static void caseWithObligation(String stage, String state, UUID process) throws SQLException {
        boolean closed = stage.equals("CLOSED");
        boolean ended = !state.equals("OPEN");
        write(
                """
                insert into mandat.case_ (number, raised_by, raised_at, units, stage, severity, route, owner_accepted,
                                          owned_by, contributed_by, round, closed_as, closed_at, version)
                values ('%s', 'sara', now(), '{nordvik}', '%s', 'DETOUR', 'MANAGER', false, '{}', '{}', 1, %s, %s, 1)
                """
                        .formatted(NUMBER, stage, closed ? "'EFFECTIVE'" : "null", closed ? "now()" : "null"),
                """
                insert into mandat.obligation (id, case_number, kind, concerns, leads, debtor, opened_at, due_at, remind_at, state,
                                               ended_at, rung, process_id, version, next, next_at)
                values ('%s', '%s', 'DECIDE', 'PROPOSAL', true, 'karin', now(), now(), now(), '%s', %s, 0, '%s', 1,
                        'DUE', now())
                """
                        .formatted(UUID.randomUUID(), NUMBER, state, ended ? "now()" : "null", process));
    }

    /** Without the triggers, which would not let such a case in. */
    private static void write(String... statements) throws SQLException {
        postgres.execute("set session_replication_role = replica");
        for (String sql : statements) {
            postgres.execute(sql);
        }
        postgres.execute("set session_replication_role = origin");
    }
}
