package se.mandat.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.mandat.shared.Facts;

/** The work: plan, contributions, progress, completion, rounds. */
public sealed interface ActingEvent extends CaseEvent {

    /** The owner has said what will be done, and by when. */
    record Planned(String subject, int round, String what, LocalDate dueOn, Instant dueAt) implements ActingEvent {
        @Override
        public String type() {
            return "case.planned.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("round", round)
                    .with("dueOn", dueOn)
                    .with("dueAt", dueAt)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("what", what);
        }
    }

    /** Something to tell while the work goes on. */
    record ProgressNoted(String subject, int round, String by, String text) implements ActingEvent {
        @Override
        public String type() {
            return "case.progress-noted.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("round", round).with("by", by).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("text", text);
        }
    }

    /** The change has been made; whether it helped is for somebody else to see. */
    record ActionCompleted(String subject, int round, String by, String text) implements ActingEvent {
        @Override
        public String type() {
            return "case.action-completed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("round", round).with("by", by).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("text", text);
        }
    }

    /** It did not help enough: the owner acts once more. */
    record RoundStarted(String subject, int round) implements ActingEvent {
        @Override
        public String type() {
            return "case.round-started.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("round", round);
        }
    }

    /** Somebody is asked for a part of the work. */
    record ContributionAsked(String subject, UUID matter, String by, String person, String what, LocalDate dueOn)
            implements ActingEvent {
        @Override
        public String type() {
            return "case.contribution-asked.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("by", by)
                    .with("person", person)
                    .with("dueOn", dueOn)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("what", what);
        }
    }

    /** The owner has set another day for a part of the work. */
    record ContributionDated(String subject, UUID matter, String by, String person, LocalDate dueOn)
            implements ActingEvent {
        @Override
        public String type() {
            return "case.contribution-dated.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("by", by)
                    .with("person", person)
                    .with("dueOn", dueOn)
                    .asMap();
        }

        @Override
        public Set<String> tells() {
            return Set.of(person);
        }
    }

    /** The one who was asked for a part of the work named somebody better. */
    record ContributionDeclined(String subject, UUID matter, String by, String better, String reason, Set<String> tells)
            implements ActingEvent {
        @Override
        public String type() {
            return "case.contribution-declined.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("by", by).with("better", better).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }
    }

    /** A part of the work is done. */
    record ContributionCompleted(String subject, UUID matter, String by, String text, Set<String> tells)
            implements ActingEvent {
        @Override
        public String type() {
            return "case.contribution-completed.v1";
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

    /** A part of the work is needed no more. */
    record ContributionCancelled(String subject, UUID matter, String by, String person, String reason)
            implements ActingEvent {
        @Override
        public String type() {
            return "case.contribution-cancelled.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("by", by).with("person", person).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }

        @Override
        public Set<String> tells() {
            return Set.of(person);
        }
    }
}
