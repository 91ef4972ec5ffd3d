package se.mandat.web.cases;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.mandat.cases.ContributorGiven;
import se.mandat.cases.DecisionGiven;
import se.mandat.cases.EffectVerdict;
import se.mandat.cases.EvidenceKind;
import se.mandat.cases.ProposalGiven;
import se.mandat.cases.RaiseCase;
import se.mandat.cases.ReviewEffect;
import se.mandat.cases.Verdict;
import se.mandat.cases.VoiceGiven;
import se.mandat.mandate.Route;
import se.mandat.shared.Outcome;
import se.mandat.web.platform.MayBeEmpty;

/** What programs send to raise a case and to act on it. What each part means stands where it is used. */
final class CaseRequests {

    private CaseRequests() {}

    /**
     * The whole of what is raised, also written anew as a draft: what is left out is nothing.
     *
     * @param draft true keeps it for its author to go on with
     */
    record Raise(
            VoiceGiven customerVoice,
            String reading,
            ProposalGiven proposal,
            DecisionGiven decision,
            Route expectedRoute,
            String recurrenceOf,
            String promise,
            Boolean draft) {

        RaiseCase.Command command() {
            return new RaiseCase.Command(
                    customerVoice, reading, proposal, decision, expectedRoute, recurrenceOf, promise);
        }
    }

    @MayBeEmpty
    record Submission(Route expectedRoute) {}

    record Decision(
            Verdict verdict,
            String reason,
            String owner,
            String effectQuestion,
            String expectedEffect,
            List<ContributorGiven> contributors,
            ProposalGiven proposal) {}

    /** @param units null or empty: the decider is disqualified */
    record Referral(List<String> units, String reason) {}

    /** A proposal as it shall be from now on, and the decision for the case that the raiser may decide. */
    record CompletedProposal(
            String text,
            Long cost,
            Boolean reversible,
            List<String> units,
            DecisionGiven decision,
            Route expectedRoute) {

        ProposalGiven proposal() {
            return new ProposalGiven(text, cost, reversible, units);
        }
    }

    record CorrectedOutcome(Outcome outcome, String reason, UUID voice) {}

    record Reason(String reason) {}

    record Response(Boolean accept) {}

    record Merge(String into, String reason) {}

    record Handover(String to, String reason) {}

    record Declined(String better, String reason) {}

    record Message(String text, String to) {}

    record Appointment(String person) {}

    record Ownership(Boolean accept, String betterOwner, String reason) {}

    record Action(String what, LocalDate dueOn, List<ContributorGiven> contributors) {}

    record Telling(String text) {}

    record Extension(UUID obligation, Instant dueAt, String reason) {}

    record ExtensionDecision(Boolean approved, String reason) {}

    /** Nothing needs to be said. */
    @MayBeEmpty
    record Nothing() {}

    record Pause(UUID obligation, LocalDate until, String cause) {}

    record EffectReview(EffectVerdict verdict, Evidence evidence, String despiteNewVoice, String learned) {}

    /** A bare text is what the reviewer observed. */
    @JsonDeserialize(using = EvidenceReader.class)
    record Evidence(EvidenceKind kind, String text) {

        ReviewEffect.Evidence given() {
            return new ReviewEffect.Evidence(kind, text);
        }
    }

    record Acknowledgement(Boolean understood, String question) {}

    /** Reads evidence of either shape. */
    static final class EvidenceReader extends JsonDeserializer<Evidence> {

        private record Parts(EvidenceKind kind, String text) {}

        @Override
        public Evidence deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                return new Evidence(EvidenceKind.OBSERVED, context.readValue(parser, String.class));
            }
            Parts parts = context.readValue(parser, Parts.class);
            return new Evidence(parts.kind(), parts.text());
        }
    }
}
