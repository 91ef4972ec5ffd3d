package se.mandat.web.cases;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.time.LocalDate;
import se.mandat.cases.DecisionGiven;
import se.mandat.cases.EffectVerdict;
import se.mandat.cases.EvidenceKind;
import se.mandat.cases.ProposalGiven;
import se.mandat.cases.RaiseCase;
import se.mandat.cases.ReviewEffect;
import se.mandat.cases.Verdict;
import se.mandat.cases.VoiceGiven;
import se.mandat.mandate.Route;
import se.mandat.web.platform.MayBeEmpty;

/** What programs send to raise a case and to act on it. What each part means stands where it is used. */
final class CaseRequests {

    private CaseRequests() {}

    /** @param draft true keeps it for its author to go on with */
    record Raise(
            VoiceGiven customerVoice,
            String reading,
            ProposalGiven proposal,
            DecisionGiven decision,
            Route expectedRoute,
            Boolean draft) {

        RaiseCase.Command command() {
            return new RaiseCase.Command(customerVoice, reading, proposal, decision, expectedRoute);
        }
    }

    /** The whole of a draft: what is left out is nothing. */
    record Draft(VoiceGiven customerVoice, String reading, ProposalGiven proposal, DecisionGiven decision) {

        RaiseCase.Command command() {
            return new RaiseCase.Command(customerVoice, reading, proposal, decision, null);
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
            ProposalGiven proposal) {}

    record Appointment(String person) {}

    record Ownership(Boolean accept) {}

    record Action(String what, LocalDate dueOn) {}

    record Telling(String text) {}

    record EffectReview(EffectVerdict verdict, Evidence evidence) {}

    /** A bare text is what the reviewer observed. */
    @JsonDeserialize(using = EvidenceReader.class)
    record Evidence(EvidenceKind kind, String text) {

        ReviewEffect.Evidence given() {
            return new ReviewEffect.Evidence(kind, text);
        }
    }

    record Acknowledgement(Boolean understood) {}

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
