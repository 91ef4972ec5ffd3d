package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * 11: auditors read and never write; opening a customer's contact details leaves a trace, and nothing else shows them.
 */
class AuditorsAndContactsIT extends PathTest {

    private static final String CONTACT = "Anna på 070-174 06 77";

    private String withContact() {
        return as("sara")
                .raises(Raising.change(30_000).reachedAt(CONTACT))
                .done()
                .number();
    }

    private String addressOfContact(String number) {
        return "/cases/" + number + "/voices/"
                + tables.one("select id from customer_voice where case_number = ?", number) + "/contact";
    }

    private List<List<String>> readings(String number) {
        return tables.rows(
                "select read_by, allowed from contact_reading where case_number = ? order by read_at", number);
    }

    @Test
    void everyCommandOfAnAuditorIsRefusedAndChangesNothing() {
        String deciding = decidedByKarin();
        String acting = actingByHugo();
        String reviewing = reviewedBySara();
        Map<String, String> before = tables.everything();
        Colleague auditor = as("astrid");
        auditor.raises(Raising.question()).refused(403);
        auditor.posts("/cases", Raising.json("draft", true)).refused(403);
        auditor.posts("/mandate-checks", Raising.json("outcome", "DETOUR")).refused(403);
        for (String number : List.of(deciding, acting, reviewing)) {
            auditor.does(number, "decision", "verdict", "APPROVED", "reason", "Ja")
                    .refused(403);
            auditor.does(number, "appointment", "person", "eva").refused(403);
            auditor.does(number, "ownership", "accept", true).refused(403);
            auditor.does(number, "action", "what", "x", "dueOn", "2099-01-05").refused(403);
            auditor.does(number, "progress", "text", "x").refused(403);
            auditor.does(number, "action/completion", "text", "x").refused(403);
            reviews("astrid", number, "NOT_EFFECTIVE").refused(403);
            auditor.does(number, "acknowledgement", "understood", true).refused(403);
            assertThat(auditor.reads(number).done().json().path("rights")).isEmpty();
        }
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void anAuditorReadsEverything() {
        String number = withContact();
        for (String path : List.of(
                "/cases",
                "/cases/" + number,
                "/cases/" + number + "/history",
                "/cases/" + number + "/history/verification",
                "/obligations?of=unit:nordvik",
                "/obligations?of=karin",
                "/organisation/units",
                "/organisation/people",
                "/me")) {
            as("astrid").gets(path).done();
        }
        assertThat(as("astrid")
                        .gets(addressOfContact(number))
                        .done()
                        .json()
                        .path("contact")
                        .asText())
                .isEqualTo(CONTACT);
        assertThat(readings(number)).containsExactly(List.of("astrid", "t"));
    }

    @Test
    void openingContactDetailsLeavesATraceAlsoWhenItIsRefused() {
        String number = withContact();
        String address = addressOfContact(number);
        assertThat(readings(number)).isEmpty();
        assertThat(as("sara").gets(address).done().json().path("contact").asText())
                .isEqualTo(CONTACT);
        as("karin").gets(address).done();
        as("per").gets(address).done();
        Answer refused = as("lina").gets(address).refused(403);
        assertThat(refused.body()).doesNotContain("070-174");
        as("amir").gets(address).refused(403);
        assertThat(readings(number))
                .containsExactly(
                        List.of("sara", "t"),
                        List.of("karin", "t"),
                        List.of("per", "t"),
                        List.of("lina", "f"),
                        List.of("amir", "f"));
        as("sara").gets(addressOfContact(decidedByKarin())).refused(404);
    }

    @Test
    void contactDetailsStandNowhereElse() {
        String number = withContact();
        approves("karin", number, "lina");
        as("lina").does(number, "ownership", "accept", true).done();
        as("lina").does(number, "action/completion", "text", "Klar").done();
        reviews("sara", number, "NOT_EFFECTIVE").done();
        for (String reader : List.of("sara", "karin", "lina", "per", "astrid", "maja")) {
            for (String path : List.of(
                    "/cases/" + number,
                    "/cases/" + number + "/history",
                    "/cases?raisedBy=sara&limit=200",
                    "/cases?q=070-174",
                    "/obligations?of=unit:nordvik&limit=200")) {
                assertThat(as(reader).gets(path).done().body())
                        .as("%s reads %s", reader, path)
                        .doesNotContain("070-174 06 77");
            }
        }
        List<String> everywhere = tables.all("select schemaname || '.' || tablename from pg_tables"
                + " where schemaname in ('mandat', 'camunda') and tablename <> 'voice_contact'");
        for (String table : everywhere) {
            assertThat(tables.count("select count(*) from " + table + " t where t::text like '%070-174 06 77%'"))
                    .as(table)
                    .isZero();
        }
        assertThat(tables.count("select count(*) from once where convert_from(body, 'UTF8') like '%070-174 06 77%'"))
                .isZero();
    }

    @Test
    void theContactDetailsOfADraftGoWithItIntoTheCase() {
        Answer draft = as("sara")
                .posts(
                        "/cases",
                        Raising.json(
                                "customerVoice",
                                Raising.node("words", "Ord", "goal", "Mål", "outcome", "DETOUR", "contact", CONTACT),
                                "draft",
                                true))
                .done();
        assertThat(draft.body()).doesNotContain("070-174");
        String number = as("sara")
                .posts("/cases/" + draft.number() + "/submission", "{}", "If-Match", draft.tag())
                .done()
                .number();
        assertThat(tables.all("select contact from draft where number = ?", draft.number()))
                .containsExactly((String) null);
        assertThat(as("sara")
                        .gets(addressOfContact(number))
                        .done()
                        .json()
                        .path("contact")
                        .asText())
                .isEqualTo(CONTACT);
    }
}
