package se.mandat.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.mandat.mandate.MandateInputs;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.obligation.ObligationKind;
import se.mandat.shared.DomainEvent;
import se.mandat.shared.Facts;

/** What can happen to a case. The names and versions of {@link #type()} are kept for as long as there is a history. */
public sealed interface CaseEvent extends DomainEvent {

    /** This case was made to show how the system works; no customer said this. */
    record Demonstration(String subject) implements CaseEvent {
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

    /** Somebody who met a customer raised a case in the customer's words. */
    record Raised(
            String subject,
            String raisedBy,
            UUID voice,
            VoiceGiven given,
            String reading,
            Proposal proposal,
            List<String> units)
            implements CaseEvent {
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
                    .with("units", units);
            return proposalFacts(facts, proposal).asMap();
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

    /** The mandate was asked who decides; the answer counts. */
    record MandateAsked(String subject, Mandates.Answer answer) implements CaseEvent {
        @Override
        public String type() {
            return "case.mandate-asked.v1";
        }

        @Override
        public Map<String, Object> facts() {
            MandateInputs inputs = answer.inputs();
            return new Facts()
                    .with("route", answer.route())
                    .with("rule", answer.ruling().rule())
                    .with("table", answer.ruling().table())
                    .with("version", answer.ruling().version())
                    .with(
                            "inputs",
                            new Facts()
                                    .with("level", inputs.level())
                                    .with("hasProposal", inputs.hasProposal())
                                    .with("cost", inputs.cost())
                                    .with("reversible", inputs.reversible())
                                    .with("unitCount", inputs.unitCount())
                                    .with("severity", inputs.severity())
                                    .with("ledgerLeft", inputs.ledgerLeft())
                                    .asMap())
                    .asMap();
        }
    }

    /**
     * It was decided, by the raiser within the mandate or by whoever owed the decision.
     *
     * @param proposal what replaces the proposal; null when it stands as it was
     * @param units what the new proposal touches
     * @param charged whole kronor taken from the decider's ledger
     * @param quarter of the charge, null when nothing was charged
     */
    record Decided(
            String subject,
            Verdict verdict,
            Route route,
            String by,
            String reason,
            String owner,
            String effectQuestion,
            String expectedEffect,
            Proposal proposal,
            List<String> units,
            long charged,
            String quarter,
            Set<String> tells)
            implements CaseEvent {
        @Override
        public String type() {
            return "case.decided.v1";
        }

        @Override
        public Map<String, Object> facts() {
            Facts facts = new Facts()
                    .with("verdict", verdict)
                    .with("route", route)
                    .with("by", by)
                    .with("owner", owner)
                    .with("units", units)
                    .with("charged", charged == 0 ? null : charged)
                    .with("quarter", quarter)
                    .with("told", tells.stream().sorted().toList());
            return proposalFacts(facts, proposal).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts(
                    "reason",
                    reason,
                    "effectQuestion",
                    effectQuestion,
                    "expectedEffect",
                    expectedEffect,
                    "proposal",
                    proposal == null ? null : proposal.text());
        }
    }

    /** Somebody was appointed to owe what nobody in the line may. */
    record Appointed(String subject, ObligationKind kind, String person, String by) implements CaseEvent {
        @Override
        public String type() {
            return "case.appointed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("kind", kind)
                    .with("person", person)
                    .with("by", by)
                    .asMap();
        }
    }

    /** The named owner is now accountable. */
    record OwnershipAccepted(String subject, String owner) implements CaseEvent {
        @Override
        public String type() {
            return "case.ownership-accepted.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("owner", owner);
        }
    }

    /** What the owner owed has moved, and the ownership with it. */
    record OwnershipMoved(String subject, String from, String to, boolean accepted) implements CaseEvent {
        @Override
        public String type() {
            return "case.ownership-moved.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("from", from, "to", to, "accepted", accepted);
        }
    }

    /** The owner has said what will be done, and by when. */
    record Planned(String subject, int round, String what, LocalDate dueOn, Instant dueAt) implements CaseEvent {
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
    record ProgressNoted(String subject, int round, String by, String text) implements CaseEvent {
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
    record ActionCompleted(String subject, int round, String by, String text, Instant reviewFrom) implements CaseEvent {
        @Override
        public String type() {
            return "case.action-completed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("round", round)
                    .with("by", by)
                    .with("reviewFrom", reviewFrom)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("text", text);
        }
    }

    /** The effect question was answered, with evidence. */
    record EffectReviewed(
            String subject, int round, String by, EffectVerdict verdict, EvidenceKind evidenceKind, String evidence)
            implements CaseEvent {
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
            return Facts.texts("evidence", evidence);
        }
    }

    /** It did not help enough: the owner acts once more. */
    record RoundStarted(String subject, int round) implements CaseEvent {
        @Override
        public String type() {
            return "case.round-started.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("round", round);
        }
    }

    /** The case has ended. */
    record Closed(String subject, ClosedAs as, Set<String> tells) implements CaseEvent {
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
    record Acknowledged(String subject, String by) implements CaseEvent {
        @Override
        public String type() {
            return "case.acknowledged.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("by", by, "understood", true);
        }
    }

    private static Facts proposalFacts(Facts facts, Proposal proposal) {
        return proposal == null ? facts : facts.with("cost", proposal.cost()).with("reversible", proposal.reversible());
    }
}
