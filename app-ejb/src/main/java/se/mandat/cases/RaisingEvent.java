package se.mandat.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.mandat.promise.Breach;
import se.mandat.shared.Facts;
import se.mandat.shared.Outcome;

/** How a case comes into being, and what customers and its raiser add to it. */
public sealed interface RaisingEvent extends CaseEvent {

    /** This case was made to show how the system works; no customer said this. */
    record Demonstration(String subject) implements RaisingEvent {
        @Override
        public String type() {
            return "case.demonstration.v1";
        }

        @Override
        public boolean begins() {
            return true;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of();
        }
    }

    /**
     * Somebody who met a customer raised a case in the customer's words.
     *
     * @param breach the promise to customers that was broken; null when none was
     */
    record Raised(
            String subject,
            String raisedBy,
            UUID voice,
            VoiceGiven given,
            String reading,
            Proposal proposal,
            List<String> units,
            String recurrenceOf,
            Breach breach)
            implements RaisingEvent {
        @Override
        public String type() {
            return "case.raised.v1";
        }

        @Override
        public boolean begins() {
            return true;
        }

        @Override
        public Map<String, Object> facts() {
            Facts facts = new Facts()
                    .with("raisedBy", raisedBy)
                    .with("voice", voice)
                    .with("outcome", given.outcome())
                    .with("occurredOn", given.occurredOn())
                    .with("wantsReply", given.wantsReply())
                    .with("sensitive", given.isSensitive() ? true : null)
                    .with("recurrenceOf", recurrenceOf)
                    .with("promise", breach == null ? null : breach.promise())
                    .with("units", units);
            return CaseEvent.proposalFacts(facts, proposal).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts(
                    "words",
                    given.words(),
                    "goal",
                    given.goal(),
                    "channel",
                    given.channel(),
                    "reading",
                    reading,
                    "proposal",
                    proposal == null ? null : proposal.text());
        }
    }

    /** Another customer said the same. */
    record VoiceAdded(String subject, UUID voice, VoiceGiven given, String by, Set<String> tells)
            implements RaisingEvent {
        @Override
        public String type() {
            return "case.voice-added.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("voice", voice)
                    .with("outcome", given.outcome())
                    .with("occurredOn", given.occurredOn())
                    .with("wantsReply", given.wantsReply())
                    .with("by", by)
                    .with("sensitive", given.isSensitive() ? true : null)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("words", given.words(), "goal", given.goal(), "channel", given.channel());
        }
    }

    /** The voice of a case that was merged into this one. */
    record VoiceTaken(String subject, UUID voice, String mergedFrom, VoiceGiven given, String by, CustomerVoice taken)
            implements RaisingEvent {
        @Override
        public String type() {
            return "case.voice-taken.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("voice", voice)
                    .with("mergedFrom", mergedFrom)
                    .with("outcome", given.outcome())
                    .with("occurredOn", given.occurredOn())
                    .with("wantsReply", given.wantsReply())
                    .with("by", by)
                    .with("sensitive", given.isSensitive() ? true : null)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("words", given.words(), "goal", given.goal(), "channel", given.channel());
        }
    }

    /** A customer fared worse, or otherwise, than was known: the case's severity follows. */
    record SeverityChanged(String subject, Outcome from, Outcome to, Set<String> tells) implements RaisingEvent {
        @Override
        public String type() {
            return "case.severity-changed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("before", from).with("after", to).asMap();
        }
    }

    /** How it went for the customer was understood wrongly; the words stay. */
    record OutcomeCorrected(
            String subject, UUID voice, Outcome from, Outcome to, String by, String reason, Set<String> tells)
            implements RaisingEvent {
        @Override
        public String type() {
            return "case.outcome-corrected.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("voice", voice)
                    .with("before", from)
                    .with("after", to)
                    .with("by", by)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }
    }

    /** The raiser completed the proposal before anybody had decided. */
    record ProposalCompleted(String subject, Proposal proposal, List<String> units, String by, Set<String> tells)
            implements RaisingEvent {
        @Override
        public String type() {
            return "case.proposal-completed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return CaseEvent.proposalFacts(new Facts().with("by", by).with("units", units), proposal)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("proposal", proposal == null ? null : proposal.text());
        }
    }
}
