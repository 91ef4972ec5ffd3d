package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the API says what the code does. */
class OpenApiTest {

    private static final JsonNode DOCUMENT = ApiDescription.parse();
    private static final Set<String> PARTS = Set.of("get", "post", "put", "delete");

    @Test
    void every_call_is_described_and_every_described_call_is_there() {
        Set<String> described = new TreeSet<>();
        DOCUMENT.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method + " " + path.getKey())));

        assertThat(described).isEqualTo(calls().keySet()).hasSizeGreaterThan(20);
    }

    @Test
    void the_query_of_every_call_is_described() {
        calls().forEach((call, method) -> {
            String[] parts = call.split(" ");
            assertThat(described(parts, "query")).as(call).isEqualTo(QueryCheck.known(method));
        });
    }

    @Test
    void the_headers_that_a_command_needs_are_described() {
        calls().forEach((call, method) -> {
            String[] parts = call.split(" ");
            boolean changes = !parts[0].equals("get");
            boolean readsVersion = Arrays.stream(method.getParameters())
                    .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                    .anyMatch(header -> header != null && header.value().equals("If-Match"));
            Set<String> described = described(parts, "header");

            assertThat(described.contains("X-CSRF-Token")).as(call).isEqualTo(changes);
            assertThat(described.contains("If-Match")).as(call).isEqualTo(readsVersion);
            assertThat(described.contains(OnceInterceptor.HEADER)).as(call).isEqualTo(parts[0].equals("post"));
        });
    }

    @Test
    void every_post_does_what_it_does_once_for_each_key() {
        calls().forEach((call, method) -> {
            if (call.startsWith("post ")) {
                assertThat(method.getDeclaringClass()).as(call).hasAnnotation(OncePerKey.class);
                assertThat(method.getReturnType()).as(call).isEqualTo(Response.class);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Problem, platform.ProblemDocument",
        "FieldMessage, platform.ProblemDocument$FieldMessage",
        "Raise, cases.CaseRequests$Raise",
        "DraftGiven, cases.CaseRequests$Raise",
        "Submission, cases.CaseRequests$Submission",
        "DecisionSent, cases.CaseRequests$Decision",
        "Referral, cases.CaseRequests$Referral",
        "CompletedProposal, cases.CaseRequests$CompletedProposal",
        "CorrectedOutcome, cases.CaseRequests$CorrectedOutcome",
        "Reason, cases.CaseRequests$Reason",
        "RejectionAccepted, cases.CaseRequests$Response",
        "Merge, cases.CaseRequests$Merge",
        "Appointment, cases.CaseRequests$Appointment",
        "Ownership, cases.CaseRequests$Ownership",
        "Handover, cases.CaseRequests$Handover",
        "ObligationsHandedOver, obligation.ObligationApi$Handover",
        "ContributionDeclined, cases.CaseRequests$Declined",
        "ExtensionSent, cases.CaseRequests$Extension",
        "ExtensionDecision, cases.CaseRequests$ExtensionDecision",
        "PauseSent, cases.CaseRequests$Pause",
        "Nothing, cases.CaseRequests$Nothing",
        "ClosingDay, worktime.ClosingDayApi$Day",
        "ClosingDays, worktime.ClosingDayApi$Days",
        "ClosingDaySent, worktime.ClosingDayApi$Closing",
        "OpenEve, worktime.OpenEveApi$Eve",
        "OpenEves, worktime.OpenEveApi$Eves",
        "OpenEveSent, worktime.OpenEveApi$Opening",
        "Promise, promise.PromiseApi$Promise",
        "Promises, promise.PromiseApi$Promises",
        "PromiseGiven, promise.PromiseApi$Given",
        "BrokenPromise, cases.CaseAnswer$Promise",
        "MessageSent, cases.CaseRequests$Message",
        "ActionSent, cases.CaseRequests$Action",
        "Telling, cases.CaseRequests$Telling",
        "EffectReviewSent, cases.CaseRequests$EffectReview",
        "EvidenceGiven, cases.CaseRequests$Evidence",
        "Acknowledgement, cases.CaseRequests$Acknowledgement",
        "Case, cases.CaseAnswer",
        "Voice, cases.CaseAnswer$Voice",
        "Proposal, cases.CaseAnswer$Proposal",
        "Mandate, cases.CaseAnswer$Mandate",
        "MandateInputs, cases.CaseAnswer$Inputs",
        "Decision, cases.CaseAnswer$Decision",
        "DraftDecision, cases.CaseAnswer$Given",
        "Action, cases.CaseAnswer$Action",
        "Review, cases.CaseAnswer$Review",
        "Evidence, cases.CaseAnswer$Evidence",
        "Progress, cases.CaseAnswer$Progress",
        "CaseLine, cases.CaseListApi$Line",
        "Owed, cases.CaseListApi$Owed",
        "Change, insight.ChangeApi$Change",
        "ChangeEvidence, insight.ChangeApi$Evidence",
        "SimilarQuestion, cases.SimilarCasesApi$Question",
        "CaseAlike, cases.SimilarCasesApi$Alike",
        "Contact, cases.CaseApi$Contact",
        "Obligation, obligation.ObligationAnswer",
        "Escalation, obligation.ObligationAnswer$Escalation",
        "Extension, obligation.ObligationAnswer$Extension",
        "Next, obligation.ObligationAnswer$Next",
        "MandateQuestion, mandate.MandateApi$Question",
        "Sketch, mandate.MandateApi$Sketch",
        "MandateAnswer, mandate.MandateApi$Answer",
        "PersonName, mandate.MandateApi$Decider",
        "Me, organisation.MeApi$Me",
        "Account, organisation.MeApi$Account",
        "Unit, organisation.OrganisationApi$UnitAnswer",
        "Person, organisation.OrganisationApi$PersonAnswer",
        "Away, organisation.OrganisationApi$AbsenceAnswer",
        "Absence, organisation.AbsenceApi$Answer",
        "AbsenceNamed, organisation.AbsenceApi$Sent",
        "AbsenceChanged, organisation.AbsenceApi$Changed",
        "History, history.HistoryApi$Whole",
        "HistoryEntry, history.HistoryApi$Entry",
        "Written, history.HistoryApi$Written",
        "Verification, history.HistoryApi$Verified",
        "Break, history.HistoryApi$Break",
        "Incidents, steward.IncidentApi$Incidents",
        "Incident, steward.IncidentApi$Failed",
        "ClockNow, clock.ClockApi$Now",
        "ClockMove, clock.ClockApi$Move",
        "Chosen, notification.SettingsApi$Chosen",
        "Choosing, notification.SettingsApi$Choosing",
        "CalendarLink, notification.SettingsApi$Link",
        "DeadLetter, notification.DeadLetterApi$Letter"
    })
    void every_shape_has_the_fields_that_are_read_or_written(String schema, String type) throws ClassNotFoundException {
        assertSameFields(schema, Class.forName("se.mandat.web." + type));
    }

    @ParameterizedTest
    @CsvSource({
        "VoiceGiven, VoiceGiven",
        "VoiceInDraft, VoiceGiven",
        "ProposalGiven, ProposalGiven",
        "ProposalInDraft, ProposalGiven",
        "DecisionGiven, DecisionGiven",
        "ContributorGiven, ContributorGiven",
        "ContributorSketch, CheckMandate$ContributorSketch",
        "Matter, CaseView$MatterView",
        "Message, CaseView$Message"
    })
    void what_the_domain_is_given_or_gives_is_described_too(String schema, String type) throws ClassNotFoundException {
        assertSameFields(schema, Class.forName("se.mandat.cases." + type));
    }

    @ParameterizedTest
    @CsvSource({
        "Outcome, se.mandat.shared.Outcome",
        "Stage, se.mandat.cases.CaseStage",
        "Route, se.mandat.mandate.Route",
        "Verdict, se.mandat.cases.Verdict",
        "DecisionConcern, se.mandat.obligation.DecisionConcern",
        "MatterKind, se.mandat.cases.MatterKind",
        "MatterState, se.mandat.cases.MatterState",
        "EffectVerdict, se.mandat.cases.EffectVerdict",
        "EvidenceKind, se.mandat.cases.EvidenceKind",
        "ClosedAs, se.mandat.cases.ClosedAs",
        "Level, se.mandat.organisation.Level",
        "ObligationKind, se.mandat.obligation.ObligationKind",
        "ObligationState, se.mandat.obligation.ObligationState",
        "Silence, se.mandat.cases.ObligationView$Silence",
        "IncidentKind, se.mandat.cases.Incident$Kind",
        "PromiseState, se.mandat.promise.PromiseState",
        "MailChoice, se.mandat.notification.MailChoice",
        "MailTrouble, se.mandat.notification.MailTrouble",
        "ExtensionState, se.mandat.obligation.ExtensionState"
    })
    void every_closed_set_has_the_values_that_there_are(String schema, String type) throws ClassNotFoundException {
        List<String> values = new ArrayList<>();
        schema(schema).get("enum").forEach(value -> values.add(value.asText()));

        assertThat(values)
                .isEqualTo(Arrays.stream(Class.forName(type).getEnumConstants())
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void every_example_can_be_read() {
        Map<String, Class<?>> types = new TreeMap<>();
        calls().forEach((call, method) -> Arrays.stream(method.getParameterTypes())
                .filter(Record.class::isAssignableFrom)
                .findFirst()
                .ifPresent(type -> types.put(call, type)));
        assertThat(types).hasSizeGreaterThan(10);

        types.forEach((call, type) -> {
            String[] parts = call.split(" ");
            JsonNode example = DOCUMENT.get("paths")
                    .get(parts[1])
                    .get(parts[0])
                    .at("/requestBody/content/application~1json/example");
            assertThat(StrictJson.read(example.toString().getBytes(StandardCharsets.UTF_8), type))
                    .as(call)
                    .isInstanceOf(type);
        });
    }

    @Test
    void a_validator_accepts_the_description() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult result = new OpenAPIV3Parser().readContents(DOCUMENT.toString(), null, options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).hasSameSizeAs(DOCUMENT.get("paths"));
    }

    @Test
    void the_page_shows_every_call() {
        ApiView view = ApiView.of(DOCUMENT);

        assertThat(view.groups().stream()
                        .mapToInt(group -> group.calls().size())
                        .sum())
                .isEqualTo(calls().size());
    }

    private static Set<String> described(String[] call, String in) {
        Set<String> described = new HashSet<>();
        for (JsonNode given : DOCUMENT.get("paths").get(call[1]).get(call[0]).path("parameters")) {
            JsonNode parameter =
                    given.has("$ref") ? DOCUMENT.at(given.get("$ref").asText().substring(1)) : given;
            if (parameter.get("in").asText().equals(in)) {
                described.add(parameter.get("name").asText());
            }
        }
        return described;
    }

    private static void assertSameFields(String schema, Class<?> type) {
        List<String> described = new ArrayList<>();
        schema(schema).get("properties").fieldNames().forEachRemaining(described::add);

        assertThat(described).as(schema).containsExactlyInAnyOrderElementsOf(StrictJson.fieldsOf(type));
    }

    private static JsonNode schema(String name) {
        return DOCUMENT.at("/components/schemas/" + name);
    }

    /** The calls that JAX-RS finds in the code, as {@code post /api/v1/cases}. */
    private static Map<String, Method> calls() {
        Map<String, Method> calls = new TreeMap<>();
        for (Class<?> type : classes()) {
            Path root = type.getAnnotation(Path.class);
            if (root == null || !root.value().startsWith("/api/v1")) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                verb(method).ifPresent(verb -> {
                    Path path = method.getAnnotation(Path.class);
                    calls.put(verb + " " + root.value() + (path == null ? "" : "/" + path.value()), method);
                });
            }
        }
        return calls;
    }

    private static java.util.Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> verb.value().toLowerCase(java.util.Locale.ROOT))
                .filter(PARTS::contains)
                .findFirst();
    }

    private static List<Class<?>> classes() {
        try {
            java.nio.file.Path root = java.nio.file.Path.of(MandatApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("se/mandat/web"))) {
                List<Class<?>> classes = new ArrayList<>();
                for (java.nio.file.Path file :
                        files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    String name =
                            root.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                    classes.add(Class.forName(name, false, OpenApiTest.class.getClassLoader()));
                }
                return classes;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
