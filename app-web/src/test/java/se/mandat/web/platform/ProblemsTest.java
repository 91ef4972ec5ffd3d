package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;

class ProblemsTest {

    private final Problems problems = new Problems(username -> username.equals("karin") ? "Karin Lund" : username);

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, 404, /problems/not-found",
        "ROLE_FORBIDDEN, 403, /problems/role-forbidden",
        "VERSION_MISSING, 428, /problems/version-missing",
        "CHANGED_MEANWHILE, 412, /problems/changed-meanwhile",
        "NOT_YOUR_RIGHT, 403, /problems/not-your-right",
        "NOT_NOW, 409, /problems/not-now",
        "INVALID, 422, /problems/invalid"
    })
    void each_refusal_of_the_domain_has_its_status_and_its_kind(Problem problem, int status, String type) {
        ProblemDocument document = swedish(new MandatException(problem, "problem.auditors-only-read"));

        assertThat(document.status()).isEqualTo(status);
        assertThat(document.type()).isEqualTo(type);
        assertThat(document.incident()).isNull();
    }

    @Test
    void it_is_said_in_the_readers_language_and_names_people() {
        MandatException refusal = new MandatException(
                Problem.NOT_YOUR_RIGHT,
                "problem.not-your-right.DECISION",
                Map.of("who", "karin", "case", "M-2027-0001"));

        assertThat(swedish(refusal).detail()).isEqualTo("Det är Karin Lund som ska besluta i M-2027-0001.");
        assertThat(problems.of(refusal, Locale.ENGLISH).detail())
                .isEqualTo("It is Karin Lund who shall decide M-2027-0001.");
    }

    @Test
    void whose_it_is_stands_by_itself_for_programs_where_it_is_known() {
        MandatException karins = new MandatException(
                Problem.NOT_YOUR_RIGHT,
                "problem.not-your-right.DECISION",
                Map.of("who", "karin", "case", "M-2027-0001"));
        MandatException nobodys = new MandatException(
                Problem.NOT_YOUR_RIGHT, "problem.not-your-right.DECISION", Map.of("who", "", "case", "M-2027-0001"));

        assertThat(json(swedish(karins))).contains("\"whose\":\"karin\"");
        assertThat(json(swedish(nobodys))).doesNotContain("whose");
        assertThat(json(swedish(new MandatException(Problem.ROLE_FORBIDDEN, "problem.auditors-only-read"))))
                .doesNotContain("whose");
    }

    private static String json(ProblemDocument document) {
        return new String(StrictJson.write(document), StandardCharsets.UTF_8);
    }

    @Test
    void each_field_that_is_wrong_is_named() {
        ProblemDocument document = swedish(MandatException.invalid(List.of(
                new FieldError("customerVoice.goal", "error.too-long", Map.of("max", 500)),
                new FieldError("proposal.cost", "error.too-large", Map.of("limit", 1_000_000_000L)))));

        assertThat(document.errors())
                .containsExactly(
                        new ProblemDocument.FieldMessage("customerVoice.goal", "Är för lång: högst 500 tecken."),
                        new ProblemDocument.FieldMessage(
                                "proposal.cost", "Är för stort: högst 1\u00a0000\u00a0000\u00a0000."));
    }

    @Test
    void a_refusal_is_found_within_what_containers_wrap_it_in() {
        MandatException refusal = new MandatException(Problem.NOT_NOW, "problem.nobody-may-appoint");

        assertThat(swedish(new EJBTransactionRolledbackException("", new EJBException(refusal)))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_role_that_the_container_refuses_is_a_role_that_never_may() {
        assertThat(swedish(new EJBAccessException("no")).refusal()).isEqualTo(Refusal.ROLE_FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "08006, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "40001, BUSY",
        "40P01, BUSY",
        "55P03, BUSY",
        "57014, BUSY",
        "MD001, BUSY",
        "23505, COLLISION",
        "23514, INCIDENT",
        "42601, INCIDENT"
    })
    void what_the_database_says_is_told_by_its_state(String state, Refusal refusal) {
        ProblemDocument document = swedish(new EJBException(new PersistenceException(new SQLException("x", state))));

        assertThat(document.refusal()).isEqualTo(refusal);
        assertThat(document.retryAfter() != null).isEqualTo(refusal == Refusal.UNAVAILABLE || refusal == Refusal.BUSY);
    }

    @Test
    void a_pool_without_connections_is_a_database_that_does_not_answer() {
        assertThat(swedish(new SQLException(
                                "jakarta.resource.ResourceException: IJ000453: Unable to get managed connection"))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void two_who_change_the_same_collide() {
        assertThat(swedish(new EJBException(new OptimisticLockException())).status())
                .isEqualTo(412);
    }

    @Test
    void what_nobody_foresaw_has_a_number_and_no_more() {
        ProblemDocument document = swedish(new IllegalStateException("select secret from person"));

        assertThat(document.status()).isEqualTo(500);
        assertThat(document.incident()).isNotBlank();
        assertThat(document.detail()).contains(document.incident()).doesNotContain("secret");
        assertThat(json(document)).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void failures_that_cause_each_other_have_an_end() {
        RuntimeException one = new IllegalStateException();
        one.initCause(new IllegalArgumentException(one));

        assertThat(swedish(one).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_can_be_said_in_both_languages(Refusal refusal) {
        for (Locale language : List.of(Words.SWEDISH, Words.ENGLISH)) {
            assertThat(Words.in(language).has("problem." + refusal.slug() + ".title"))
                    .isTrue();
            assertThat(Words.in(language).has("problem." + refusal.slug())).isTrue();
        }
    }

    private ProblemDocument swedish(Throwable failure) {
        return problems.of(failure, Words.SWEDISH);
    }
}
