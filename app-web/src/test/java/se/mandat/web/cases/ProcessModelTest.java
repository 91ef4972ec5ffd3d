package se.mandat.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped model reads as a list of steps in both languages, and knows where a case has been. */
class ProcessModelTest {

    private static ProcessModel shipped() throws IOException {
        return ProcessModel.of(Files.readString(Path.of("../processes/src/main/resources/cases/case-handling.bpmn")));
    }

    @Test
    void theStepsStandInTheOrderOfTheModel() throws IOException {
        assertThat(shipped().steps("sv"))
                .extracting(ProcessModel.Step::id)
                .containsExactly(
                        "callActivity_Decide",
                        "callActivity_AcceptOwnership",
                        "callActivity_Act",
                        "callActivity_ReviewEffect",
                        "callActivity_DecideAfterFailure",
                        "callActivity_Respond",
                        "callActivity_DecideAppeal");
    }

    @Test
    void theMainLineIsTheWayToAConfirmedEffect() throws IOException {
        assertThat(shipped().mainLine())
                .contains(
                        "startEvent_CaseSubmitted",
                        "callActivity_Decide",
                        "subProcess_Work",
                        "callActivity_AcceptOwnership",
                        "callActivity_Act",
                        "callActivity_ReviewEffect",
                        "endEvent_WorkDone",
                        "endEvent_EffectConfirmed")
                .doesNotContain(
                        "callActivity_Respond",
                        "callActivity_DecideAppeal",
                        "callActivity_DecideAfterFailure",
                        "subProcess_CaseWithdrawn");
    }

    @Test
    void whoeverDecidesThemselfHasNotPassedADecisionOfSomebodyElses() throws IOException {
        assertThat(shipped().way(Set.of(), "callActivity_Act"))
                .contains("startEvent_CaseSubmitted", "gateway_DoesTheRaiserDecide", "gateway_Decided")
                .doesNotContain("callActivity_Decide", "gateway_WhatWasDecided", "gateway_DidTheOwnerAccept");
    }

    @Test
    void theWayThroughAnAppealIsTheWayThatWasGone() throws IOException {
        assertThat(shipped()
                        .way(
                                Set.of("callActivity_Decide", "callActivity_Respond", "callActivity_DecideAppeal"),
                                "callActivity_AcceptOwnership"))
                .contains(
                        "gateway_WhatWasDecided",
                        "gateway_Rejected",
                        "gateway_WasTheRejectionAppealed",
                        "gateway_WhatDidTheAppealLeadTo",
                        "gateway_HasTheOwnerAccepted")
                .doesNotContain("callActivity_AcceptOwnership", "gateway_RoundStarts", "endEvent_RejectedForGood");
    }

    @Test
    void everyStepHasANameAndADescriptionInBothLanguages() throws IOException {
        for (String language : new String[] {"sv", "en"}) {
            assertThat(shipped().steps(language)).allSatisfy(step -> {
                assertThat(step.name()).isNotBlank();
                assertThat(step.documentation()).isNotBlank();
            });
        }
        assertThat(shipped().steps("en")).isNotEqualTo(shipped().steps("sv"));
    }

    @Test
    void theDiagramSpeaksTheReadersLanguage() throws IOException {
        assertThat(shipped().diagram("sv")).contains("Följ upp effekten").contains("BPMNDiagram");
        assertThat(shipped().diagram("en"))
                .contains("name=\"Review the effect\"")
                .contains("BPMNDiagram");
    }
}
