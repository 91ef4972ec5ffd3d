package se.mandat.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.mandat.running.RunningSystem;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

/**
 * Cases brought to where a call makes sense, over HTTP. What the calls cannot do in a moment, to give a debt to just
 * this person or to let the review date come, is written into the database, whose guards stay on.
 */
public final class PreparedCases {

    private static final String RAISER = "amir";
    private static final String MANAGER = "karin";
    private static final String OWNER = "ola";
    private static final String REVIEWER = "noor";
    private static final String TOP = "eva";
    /** For each manager somebody in their unit. */
    private static final Map<String, String> DIRECT_REPORTS = Map.of("gun", "hugo", "bodil", "noor");

    private final RunningSystem system;
    private String goesOn;
    private LocalDate day = LocalDate.of(2040, 1, 1);

    public PreparedCases(RunningSystem system) {
        this.system = system;
    }

    /** Beyond everybody's mandate, with contact details. */
    static String body() {
        return """
                {"customerVoice": {"words": "Jag gav upp", "goal": "Byta adress", "outcome": "NOT_REACHED",
                                   "contact": "070-000 00 00"},
                 "proposal": {"text": "En enda sida", "cost": 60000, "reversible": true,
                              "units": ["nordvik/medborgarservice/kundservice"]}}""";
    }

    /** Says that this person will be away, on a day far ahead on which nobody has been said to be. */
    String awayOnSomeDay(String person) {
        return onSomeDay().replaceFirst("\\{", "{\"person\": \"" + person + "\", ");
    }

    String onSomeDay() {
        day = day.plusDays(1);
        return "{\"first\": \"" + day + "\", \"last\": \"" + day + "\"}";
    }

    /** The id of an absence of this person's. */
    String absenceOf(String person) {
        return done(system.post("sten", "/api/v1/absences", awayOnSomeDay(person)), 201)
                .get("id")
                .asText();
    }

    public String draftOf(String author) {
        return done(system.post(author, "/api/v1/cases", body().replaceFirst("\\{", "{\"draft\": true, ")), 201)
                .get("number")
                .asText();
    }

    public String decidingBy(String debtor) {
        String number = raisedBy(RAISER);
        owes(number, debtor);
        return number;
    }

    /** Waits for a decision that is not the raiser's. */
    public String raisedBy(String raiser) {
        return raise(raiser, body());
    }

    /** Decided within the mandate by somebody in the unit that this person manages, or else by the person. */
    public String toldOf(String person) {
        return raise(
                DIRECT_REPORTS.getOrDefault(person, person),
                """
                {"customerVoice": {"words": "Jag fick gå två gånger", "goal": "Lämna tillbaka en bok",
                                   "outcome": "DETOUR"},
                 "proposal": {"text": "En låda vid dörren", "cost": 100, "reversible": true}}""");
    }

    /** What somebody in the unit that this person manages, or else the person, owes, to be handed over. */
    String toBeHandedOverBelow(String person) {
        String id = obligationOf(decidingBy(DIRECT_REPORTS.getOrDefault(person, person)));
        return "{\"obligations\": [\"" + id + "\"], \"to\": \"tove\", \"reason\": \"Byter enhet\"}";
    }

    /** The second working day after the longest time that an action of a customer who did not get there has. */
    public static String laterThanAnAction() {
        WorkingCalendar calendar = WorkingCalendar.standard();
        LocalDate due = LocalDate.ofInstant(calendar.plus(Instant.now(), WorkingTime.days(20)), WorkingCalendar.ZONE);
        return calendar.endOfDay(calendar.nextWorkingDay(calendar.nextWorkingDay(due)))
                .toString();
    }

    public static LocalDate someWorkingDaySoon() {
        return WorkingCalendar.standard()
                .nextWorkingDay(LocalDate.now(WorkingCalendar.ZONE).plusDays(7));
    }

    /** The one that others are merged into. */
    String goesOn() {
        if (goesOn == null) {
            goesOn = raisedBy(RAISER);
        }
        return goesOn;
    }

    /** Turned down; the raiser may respond. */
    public String rejectedFor(String raiser) {
        String number = raisedBy(raiser);
        owes(number, MANAGER);
        command(MANAGER, number, "decision", "{\"verdict\": \"REJECTED\", \"reason\": \"Nej\"}");
        return number;
    }

    /** Owned by this person, who has accepted. */
    public String ownedBy(String owner) {
        return owned(owner, "");
    }

    /** Owned by this person; somebody else owes a contribution. */
    public String helpedFor(String owner) {
        return owned(owner, contributor(REVIEWER));
    }

    /** Owned by somebody else; this person owes a contribution. */
    public String contributingBy(String contributor) {
        return owned(OWNER, contributor(contributor));
    }

    private String owned(String owner, String contributors) {
        String number = decidingBy(MANAGER);
        command(
                MANAGER,
                number,
                "decision",
                "{\"verdict\": \"APPROVED\", \"reason\": \"Ja\", \"owner\": \"" + owner + "\"" + contributors + "}");
        command(owner, number, "ownership", "{\"accept\": true}");
        return number;
    }

    private static String contributor(String person) {
        return ", \"contributors\": [{\"to\": \"" + person + "\", \"what\": \"Texterna\"}]";
    }

    /** Somebody must appoint the decider. */
    public String appointingBy(String debtor) {
        String number = decidingBy(MANAGER);
        sql(
                "update mandat.obligation set kind = 'APPOINT', appoints = 'DECIDE' where case_number = ?"
                        + " and state = 'OPEN'",
                number);
        owes(number, debtor);
        return number;
    }

    public String assigningTo(String debtor) {
        String number = decidingBy(MANAGER);
        command(
                MANAGER,
                number,
                "decision",
                "{\"verdict\": \"APPROVED\", \"reason\": \"Ja\", \"owner\": \"" + OWNER + "\"}");
        owes(number, debtor);
        return number;
    }

    public String actingBy(String debtor) {
        String number = assigningTo(OWNER);
        command(OWNER, number, "ownership", "{\"accept\": true}");
        owes(number, debtor);
        return number;
    }

    /** Carried out by somebody in the unit that this person manages, or else by the person. */
    public String managedBy(String person) {
        return actingBy(DIRECT_REPORTS.getOrDefault(person, person));
    }

    /** As {@link #managedBy}; whoever carries it out has asked for more time. */
    public String askedOf(String person, String dueAt) {
        String number = managedBy(person);
        command(
                DIRECT_REPORTS.getOrDefault(person, person),
                number,
                "extensions",
                "{\"obligation\": \"" + obligationOf(number) + "\", \"dueAt\": \"" + dueAt
                        + "\", \"reason\": \"Sjuk\"}");
        return number;
    }

    /** The id of the question for more time about what leads the case. */
    String extensionOf(String number) {
        return read(number)
                .get("obligations")
                .get(0)
                .get("extensions")
                .get(0)
                .get("id")
                .asText();
    }

    /** As {@link #managedBy}, and paused by a manager further up. */
    public String pausedFor(String person, String until) {
        String number = managedBy(person);
        command(
                TOP,
                number,
                "pauses",
                "{\"obligation\": \"" + obligationOf(number) + "\", \"until\": \"" + until
                        + "\", \"cause\": \"Leverantören\"}");
        return number;
    }

    /** The id of a closing day that a steward has added. */
    String closedOn(String day) {
        return done(
                        system.post(
                                "stina",
                                "/api/v1/organisation/closing-days",
                                "{\"unit\": \"nordvik/ekonomi\", \"day\": \"" + day + "\", \"reason\": \"Planering\"}"),
                        201)
                .get("id")
                .asText();
    }

    /** The id of this eve as a steward keeps it open. */
    String keptOpenOn(String eve) {
        return openEve(eve).orElseGet(() -> done(
                        system.post(
                                "stina",
                                "/api/v1/organisation/open-eves",
                                "{\"unit\": \"nordvik/ekonomi\", \"day\": \"" + eve + "\", \"reason\": \"Jour\"}"),
                        201)
                .get("id")
                .asText());
    }

    /** Nobody keeps this eve open any longer. */
    void closedAgain(String eve) {
        openEve(eve)
                .ifPresent(id -> system.send(system.request("stina", "/api/v1/organisation/open-eves/" + id)
                        .DELETE()
                        .build()));
    }

    private Optional<String> openEve(String day) {
        JsonNode open = done(system.get("stina", "/api/v1/organisation/open-eves"), 200);
        return open.get("items").findParents("day").stream()
                .filter(eve -> eve.get("day").asText().equals(day))
                .map(eve -> eve.get("id").asText())
                .findFirst();
    }

    static String promise() {
        return "{\"text\": \"Vi svarar inom två dagar\", \"consequence\": \"Vi ringer upp\"}";
    }

    /** The id of a promise that a steward has given. */
    String promised() {
        return done(system.post("stina", "/api/v1/promises", promise()), 201)
                .get("id")
                .asText();
    }

    public String reviewingBy(String debtor) {
        String number = actingBy(OWNER);
        command(OWNER, number, "action/completion", "{\"text\": \"Klart\"}");
        sql("update mandat.obligation set opens_at = opened_at where case_number = ? and state = 'OPEN'", number);
        owes(number, debtor);
        return number;
    }

    /** Raised by this person, reviewed by somebody else and closed. */
    public String closedFor(String raiser) {
        String number = reviewingBy(REVIEWER);
        command(
                REVIEWER,
                number,
                "effect-review",
                "{\"verdict\": \"EFFECTIVE\", \"evidence\": {\"kind\": \"OBSERVED\", \"text\": \"Ja\"}}");
        sql("update mandat.case_ set raised_by = ? where number = ?", raiser, number);
        return number;
    }

    /** Closed; the raiser has asked what it means, and this person owes the answer. */
    public String answeringBy(String debtor) {
        String number = closedFor(RAISER);
        command(RAISER, number, "acknowledgement", "{\"understood\": false, \"question\": \"Var finns det?\"}");
        owes(number, debtor);
        return number;
    }

    /** The id of the case's first voice. */
    String voiceOf(String number) {
        return read(number).get("voices").get(0).get("id").asText();
    }

    /** The id of what leads the case now. */
    String obligationOf(String number) {
        return read(number).get("obligations").get(0).get("id").asText();
    }

    /** The id of the contribution that somebody owes. */
    String contributionOf(String number) {
        for (JsonNode obligation : read(number).get("obligations")) {
            if (obligation.get("kind").asText().equals("CONTRIBUTE")
                    && obligation.get("state").asText().equals("OPEN")) {
                return obligation.get("id").asText();
            }
        }
        throw new IllegalStateException("nobody is asked to contribute to " + number);
    }

    private String raise(String by, String body) {
        return done(system.post(by, "/api/v1/cases", body), 201).get("number").asText();
    }

    private JsonNode read(String number) {
        return done(system.get("astrid", "/api/v1/cases/" + number), 200);
    }

    private void command(String by, String number, String call, String body) {
        done(
                system.send(system.request(by, "/api/v1/cases/" + number + "/" + call)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build()),
                200);
    }

    /** Who owes something is a party, as when the calls had led there. */
    private void owes(String number, String debtor) {
        sql("update mandat.case_ set parties = array_append(parties, ?) where number = ?", debtor, number);
        sql("update mandat.obligation set debtor = ? where case_number = ? and state = 'OPEN'", debtor, number);
    }

    private static JsonNode done(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return RunningSystem.json(answer.body());
    }

    private void sql(String statement, String... parameters) {
        try (Connection connection = system.database().getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setString(i + 1, parameters[i]);
            }
            assertThat(prepared.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
