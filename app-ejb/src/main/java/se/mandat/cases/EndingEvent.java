package se.mandat.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.mandat.shared.Facts;

/** Whether it helped, how a case ends, and what is told and asked afterwards. */
public sealed interface EndingEvent extends CaseEvent {

    /**
     * The effect question was answered, with evidence.
     *
     * @param despiteNewVoice why a customer's voice that came meanwhile does not contradict the effect, or null
     * @param learned what was learned, or null
     */
    record EffectReviewed(
            String subject,
            int round,
            String by,
            EffectVerdict verdict,
            EvidenceKind evidenceKind,
            String evidence,
            String despiteNewVoice,
            String learned)
            implements EndingEvent {
        @Override
        public String type() {
            return "case.effect-reviewed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("round", round)
                    .with("by", by)
                    .with("verdict", verdict)
                    .with("evidenceKind", evidenceKind)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("evidence", evidence, "despiteNewVoice", despiteNewVoice, "learned", learned);
        }
    }

    /** The case has ended. */
    record Closed(String subject, ClosedAs as, Set<String> tells) implements EndingEvent {
        @Override
        public String type() {
            return "case.closed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("as", as.name(), "told", tells.stream().sorted().toList());
        }
    }

    /** The raiser has said that the outcome is understood. */
    record Acknowledged(String subject, String by) implements EndingEvent {
        @Override
        public String type() {
            return "case.acknowledged.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("by", by, "understood", true);
        }
    }

    /** The raiser takes the case back. */
    record Withdrawn(String subject, String by, String reason, Set<String> tells) implements EndingEvent {
        @Override
        public String type() {
            return "case.withdrawn.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("by", by).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }
    }

    /** The case goes on as another. */
    record Merged(String subject, String into, String by, String reason, Set<String> tells) implements EndingEvent {
        @Override
        public String type() {
            return "case.merged.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("into", into).with("by", by).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }
    }

    /** The raiser asks what the outcome means. */
    record Questioned(String subject, UUID matter, String by, String asked, String question) implements EndingEvent {
        @Override
        public String type() {
            return "case.questioned.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("by", by).with("asked", asked).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("question", question);
        }
    }

    /** The raiser's question is answered. */
    record Answered(String subject, UUID matter, String by, String text, Set<String> tells) implements EndingEvent {
        @Override
        public String type() {
            return "case.answered.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("by", by).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("text", text);
        }
    }
}
