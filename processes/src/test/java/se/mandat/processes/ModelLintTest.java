package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelLintTest {

    private static final Path GOOD = Path.of("src", "test", "resources", "lint", "good-model.bpmn");
    private static final Path INSERTED = Path.of("src", "test", "resources", "inserted", "case-handling.bpmn");

    private static final Path OUTSIDE = Path.of("src", "test", "resources", "lint", "outside", "case-handling.bpmn");

    static List<Path> shipped() {
        return Models.processes();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedModelKeepsEveryRule(Path model) {
        assertThat(ModelLint.lint(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyCalledProcessIsShipped(Path model) {
        Set<String> ids = Models.processes().stream().map(Models::nameOf).collect(Collectors.toSet());

        assertThat(Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(CallActivity.class))
                .allSatisfy(call -> assertThat(ids).contains(call.getCalledElement()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyErrorThatACalledProcessEndsWithIsCaught(Path model) {
        Set<String> caught = Errors.codesCaught(model);

        assertThat(Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(CallActivity.class))
                .allSatisfy(call -> assertThat(caught)
                        .containsAll(Errors.codesEndedWith(Models.shipped(call.getCalledElement() + ".bpmn"))));
    }

    @Test
    void aModelWithAnInsertedStepKeepsEveryRule() {
        assertThat(ModelLint.lint(INSERTED)).isEmpty();
    }

    @Test
    void aStepInsertedWhereNobodyCatchesAnOverturnedDecisionIsFound() {
        assertThat(ModelLint.lint(OUTSIDE))
                .containsExactly(
                        new ModelLint.Finding("overturned-decision-is-caught", "callActivity_CheckDataProtection"));
    }

    @Test
    void theGoodModelKeepsEveryRule() {
        assertThat(ModelLint.lint(GOOD)).isEmpty();
    }

    /** The good model made wrong in one place. */
    record Wrong(String rule, String where, String becomes) {
        @Override
        public String toString() {
            return rule;
        }
    }

    private static final String EN_OF_TASK = "<camunda:property name=\"name.en\" value=\"Find the answer\" />";
    private static final String DOCUMENTED_TASK =
            "delegateExpression=\"${findAnswer}\">\n      <bpmn:documentation>Så är det.</bpmn:documentation>";
    private static final String END = "</bpmn:endEvent>\n    <bpmn:boundaryEvent";
    private static final String LAST = "  </bpmn:process>";
    private static final String CAUGHT = "<bpmn:errorEventDefinition id=\"error_DecisionOverturned_definition\""
            + " errorRef=\"errorCode_DecisionOverturned\" />";
    private static final String PROCESS = "  <bpmn:process ";

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong("process-id-is-file-name", "id=\"good-model\"", "id=\"good-model-v2\""),
                new Wrong("one-executable-process", "isExecutable=\"true\"", "isExecutable=\"false\""),
                new Wrong("history-time-to-live", " camunda:historyTimeToLive=\"P180D\"", ""),
                new Wrong("id-by-convention", "serviceTask_FindAnswer", "Activity_0x1y2z"),
                new Wrong("id-by-convention", "serviceTask_FindAnswer", "serviceTask_FindAnswerV2"),
                new Wrong("label-required", " name=\"Ta reda på svaret\"", ""),
                new Wrong("superfluous-label", "id=\"flow_Asked\"", "id=\"flow_Asked\" name=\"Frågat\""),
                new Wrong("superfluous-label", "id=\"gateway_Known\"", "id=\"gateway_Known\" name=\"Känt\""),
                new Wrong("name-in-english", EN_OF_TASK, ""),
                new Wrong("documented-in-both-languages", DOCUMENTED_TASK, "delegateExpression=\"${findAnswer}\">"),
                new Wrong(
                        "documented-in-both-languages",
                        "value=\"Find the answer\" />\n"
                                + "          <camunda:property name=\"documentation.en\" value=\"It is so.\" />",
                        "value=\"Find the answer\" />"),
                new Wrong("gateway-asks", "Är svaret känt?", "Svaret"),
                new Wrong("start-event-required", "startEvent", "intermediateThrowEvent"),
                new Wrong("single-blank-start-event", LAST, "<bpmn:startEvent id=\"startEvent_Again\" />" + LAST),
                new Wrong("end-event-required", "endEvent", "intermediateThrowEvent"),
                new Wrong(
                        "start-event-required",
                        LAST,
                        "<bpmn:subProcess id=\"subProcess_NoStart\"><bpmn:endEvent id=\"endEvent_Only\""
                                + " /></bpmn:subProcess>"
                                + LAST),
                new Wrong(
                        "end-event-required",
                        LAST,
                        "<bpmn:subProcess id=\"subProcess_NoEnd\"><bpmn:startEvent id=\"startEvent_Only\""
                                + " /></bpmn:subProcess>"
                                + LAST),
                new Wrong("no-implicit-start", "      <bpmn:incoming>flow_Unknown</bpmn:incoming>\n", ""),
                new Wrong("no-implicit-end", "      <bpmn:outgoing>flow_Found</bpmn:outgoing>\n", ""),
                new Wrong("no-disconnected", LAST, "<bpmn:userTask id=\"userTask_Nowhere\" name=\"Vila\" />" + LAST),
                new Wrong(
                        "no-implicit-split",
                        "<bpmn:outgoing>flow_Answered</bpmn:outgoing>",
                        "<bpmn:outgoing>flow_Answered</bpmn:outgoing><bpmn:outgoing>flow_Found</bpmn:outgoing>"),
                new Wrong(
                        "fake-join",
                        "<bpmn:incoming>flow_Answered</bpmn:incoming>",
                        "<bpmn:incoming>flow_Answered</bpmn:incoming><bpmn:incoming>flow_Found</bpmn:incoming>"),
                new Wrong(
                        "no-gateway-join-fork",
                        "<bpmn:incoming>flow_Asked</bpmn:incoming>",
                        "<bpmn:incoming>flow_Asked</bpmn:incoming><bpmn:incoming>flow_Found</bpmn:incoming>"),
                new Wrong("superfluous-gateway", "      <bpmn:incoming>flow_Found</bpmn:incoming>\n", ""),
                new Wrong("conditional-flows", "${known}", "known"),
                new Wrong(
                        "conditional-flows",
                        "<bpmn:conditionExpression"
                                + " xsi:type=\"bpmn:tFormalExpression\">${known}</bpmn:conditionExpression>",
                        ""),
                new Wrong("default-flow-required", " default=\"flow_Unknown\"", ""),
                new Wrong(
                        "no-duplicate-sequence-flows",
                        LAST,
                        "<bpmn:sequenceFlow id=\"flow_Twice\" sourceRef=\"gateway_Known\""
                                + " targetRef=\"callActivity_Answer\" />"
                                + LAST),
                new Wrong("no-complex-gateway", LAST, "<bpmn:complexGateway id=\"gateway_Complex\" />" + LAST),
                new Wrong("no-inclusive-gateway", LAST, "<bpmn:inclusiveGateway id=\"gateway_Inclusive\" />" + LAST),
                new Wrong("event-based-gateway", LAST, "<bpmn:eventBasedGateway id=\"gateway_Event\" />" + LAST),
                new Wrong(
                        "single-event-definition",
                        END,
                        "<bpmn:signalEventDefinition id=\"one\" /><bpmn:signalEventDefinition id=\"two\" />" + END),
                new Wrong("superfluous-termination", END, "<bpmn:terminateEventDefinition id=\"all\" />" + END),
                new Wrong("no-link-event", END, "<bpmn:linkEventDefinition id=\"link\" name=\"A\" />" + END),
                new Wrong("no-ad-hoc-sub-process", LAST, "<bpmn:adHocSubProcess id=\"subProcess_AdHoc\" />" + LAST),
                new Wrong(
                        "sub-process-blank-start-event",
                        LAST,
                        "<bpmn:subProcess id=\"subProcess_Late\"><bpmn:startEvent id=\"startEvent_Late\">"
                                + "<bpmn:timerEventDefinition id=\"late\" /></bpmn:startEvent></bpmn:subProcess>"
                                + LAST),
                new Wrong(
                        "event-sub-process-typed-start-event",
                        LAST,
                        "<bpmn:subProcess id=\"subProcess_Blank\" triggeredByEvent=\"true\">"
                                + "<bpmn:startEvent id=\"startEvent_Blank\" /></bpmn:subProcess>"
                                + LAST),
                new Wrong("boundary-event-typed", CAUGHT, ""),
                new Wrong(
                        "overturned-decision-is-caught",
                        "errorCode=\"decision.overturned\"",
                        "errorCode=\"question.withdrawn\""),
                new Wrong("error-has-a-code", " errorCode=\"decision.overturned\"", ""),
                new Wrong("error-has-a-code", "errorCode=\"decision.overturned\"", "errorCode=\"Withdrawn!\""),
                new Wrong("error-event-names-its-error", CAUGHT, "<bpmn:errorEventDefinition id=\"any\" />"),
                new Wrong(
                        "error-caught-once-in-its-scope",
                        LAST,
                        "<bpmn:subProcess id=\"subProcess_Again\" triggeredByEvent=\"true\">"
                                + "<bpmn:startEvent id=\"startEvent_Again\"><bpmn:errorEventDefinition id=\"again\""
                                + " errorRef=\"errorCode_QuestionMerged\" /></bpmn:startEvent></bpmn:subProcess>"
                                + LAST),
                new Wrong(
                        "global-element-named-used-unique",
                        PROCESS,
                        "<bpmn:message id=\"message_Unused\" name=\"case.withdrawn\" />" + PROCESS),
                new Wrong("service-task-calls-a-bean", "${findAnswer}", "${finder.find(execution, 42)}"),
                new Wrong("call-activity-names-what-it-calls", " camunda:calledElementBinding=\"latest\"", ""),
                new Wrong(
                        "call-activity-passes-the-business-key",
                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
                        ""),
                new Wrong("obligation-is-of-a-kind", "sourceExpression=\"ANSWER\"", "sourceExpression=\"REPLY\""),
                new Wrong("obligation-is-of-a-kind", "<camunda:in sourceExpression=\"ANSWER\" target=\"kind\" />", ""),
                new Wrong("obligation-is-owed-by-a-role-or-a-unit", "sourceExpression=\"dpo\"", "source=\"dpo\""),
                new Wrong("obligation-takes-kind-and-owed-by-only", "target=\"owedBy\"", "target=\"owner\""),
                new Wrong("sub-process-is-open", " isExpanded=\"true\"", ""),
                new Wrong("drawn-inside-its-sub-process", "x=\"432\" y=\"497\"", "x=\"732\" y=\"497\""),
                new Wrong("boundary-event-on-the-edge", "x=\"722\" y=\"292\"", "x=\"722\" y=\"330\""),
                new Wrong("no-bpmndi", "bpmnElement=\"flow_Asked\"", "bpmnElement=\"flow_Found\""),
                new Wrong("no-overlapping-elements", "x=\"660\" y=\"230\"", "x=\"560\" y=\"230\""),
                new Wrong("no-overlapping-labels", "x=\"245\" y=\"302\"", "x=\"245\" y=\"272\""),
                new Wrong(
                        "no-crossing-flows",
                        "<di:waypoint x=\"480\" y=\"270\" />",
                        "<di:waypoint x=\"480\" y=\"270\" /><di:waypoint x=\"480\" y=\"100\" />"
                                + "<di:waypoint x=\"520\" y=\"100\" />"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void everyRuleBites(Wrong wrong) {
        String good = Models.text(GOOD);
        assertThat(good).as("the place to make wrong").contains(wrong.where());

        assertThat(lint(good.replace(wrong.where(), wrong.becomes())))
                .extracting(ModelLint.Finding::rule)
                .contains(wrong.rule());
    }

    @Test
    void noRuleIsWithoutAModelThatBreaksIt() {
        assertThat(wrong().map(Wrong::rule)).containsAll(ModelLint.rules());
    }

    private static List<ModelLint.Finding> lint(String xml) {
        return ModelLint.lint(
                "good-model", Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }
}
