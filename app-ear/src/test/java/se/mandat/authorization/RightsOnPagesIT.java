package se.mandat.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import se.mandat.api.Visitor;
import se.mandat.cases.Right;
import se.mandat.running.ClientTest;
import se.mandat.running.RunningSystem;

/** The page of a case has a form for exactly the calls that the API says its reader may make, wherever the case stands. */
class RightsOnPagesIT extends ClientTest {

    /** Owes or has begun whatever a case is prepared for, and manages hugo. */
    private static final String SOMEBODY = "gun";

    private static final List<String> READERS =
            List.of(SOMEBODY, "hugo", "amir", "karin", "ola", "noor", "per", "tove", "maja", "astrid", "stina");

    private static final Pattern FORM =
            Pattern.compile("<form [^>]*action=\"/cases/([MU]-[0-9-]+)/([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern OBLIGATION = Pattern.compile("name=\"obligation\" value=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    private final PreparedCases cases = new PreparedCases(system);

    @Test
    void theFormsOnThePageAreTheRightsThatTheApiGrants() {
        Map<String, String> prepared = prepared();
        Set<String> seen = new HashSet<>();
        SoftAssertions same = new SoftAssertions();
        for (String reader : READERS) {
            Visitor visitor = new Visitor(system, "sv");
            visitor.logIn(reader);
            prepared.forEach((situation, number) -> {
                Set<String> granted = granted(reader, number);
                seen.addAll(granted);
                same.assertThat(forms(visitor.get("/cases/" + number).body(), number))
                        .as(situation + ", read by " + reader)
                        .isEqualTo(granted);
            });
        }
        same.assertAll();
        assertThat(seen)
                .as("every right was somebody's")
                .containsAll(Arrays.stream(Right.values()).map(Right::call).toList());
    }

    private Map<String, String> prepared() {
        String soon = PreparedCases.someWorkingDaySoon().toString();
        Map<String, String> prepared = new LinkedHashMap<>();
        prepared.put("waits for a decision", cases.decidingBy(SOMEBODY));
        prepared.put("was raised", cases.raisedBy(SOMEBODY));
        prepared.put("decided within the mandate", cases.toldOf(SOMEBODY));
        prepared.put("waits for an appointment", cases.appointingBy(SOMEBODY));
        prepared.put("is rejected", cases.rejectedFor(SOMEBODY));
        prepared.put("looks for an owner", cases.assigningTo(SOMEBODY));
        prepared.put("is being worked on", cases.actingBy(SOMEBODY));
        prepared.put("has its owner", cases.ownedBy(SOMEBODY));
        prepared.put("has its owner and a contribution", cases.helpedFor(SOMEBODY));
        prepared.put("is contributed to", cases.contributingBy(SOMEBODY));
        prepared.put("has been asked more time for", cases.askedOf(SOMEBODY, PreparedCases.laterThanAnAction()));
        prepared.put("is paused", cases.pausedFor(SOMEBODY, soon));
        prepared.put("is reviewed", cases.reviewingBy(SOMEBODY));
        prepared.put("has a question", cases.answeringBy(SOMEBODY));
        prepared.put("is closed", cases.closedFor(SOMEBODY));
        return prepared;
    }

    /** The calls, and of those about somebody's time also whose it is. */
    private Set<String> granted(String reader, String number) {
        JsonNode read =
                RunningSystem.json(system.get(reader, "/api/v1/cases/" + number).body());
        Set<String> granted = new TreeSet<>();
        read.path("rights").forEach(right -> granted.add(right.asText()));
        for (JsonNode obligation : read.path("obligations")) {
            for (JsonNode right : obligation.path("rights")) {
                granted.add(right.asText() + " of "
                        + (right.asText().equals("extensions/decision")
                                ? asked(obligation)
                                : obligation.path("id").asText()));
            }
        }
        return granted;
    }

    private static String asked(JsonNode obligation) {
        for (JsonNode extension : obligation.path("extensions")) {
            if (extension.path("state").asText().equals("ASKED")) {
                return extension.path("id").asText();
            }
        }
        throw new AssertionError("nobody has asked: " + obligation);
    }

    private static Set<String> forms(String html, String number) {
        Set<String> forms = new TreeSet<>();
        Matcher form = FORM.matcher(html);
        while (form.find()) {
            assertThat(form.group(1)).as("whose form it is").isEqualTo(number);
            Set<String> about = ids(form.group(2), form.group(3));
            String call = ID.matcher(form.group(2)).replaceFirst("");
            forms.add(call);
            if (call.matches("(extensions|pauses).*")) {
                forms.addAll(about.stream().map(id -> call + " of " + id).collect(Collectors.toSet()));
            }
        }
        return forms;
    }

    private static Set<String> ids(String address, String fields) {
        Set<String> ids = new HashSet<>();
        ID.matcher(address).results().forEach(id -> ids.add(id.group(1)));
        OBLIGATION.matcher(fields).results().forEach(id -> ids.add(id.group(1)));
        return ids;
    }
}
