package se.mandat.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.mandat.mandate.MandateInputs;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ObligationKind;
import se.mandat.shared.Facts;

/** Who decides, what is decided, and what is done about a decision. */
public sealed interface DecidingEvent extends CaseEvent {

    /** The mandate was asked who decides; the answer counts. */
    record MandateAsked(String subject, Mandates.Answer answer) implements DecidingEvent {
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
     * @param matter the appeal or objection that it answers; null for every other decision
     * @param by null when the right to decide was lost by silence
     * @param onBehalfOf the absent decider in whose place it was decided; null for the decider's own
     * @param owner null when the decision names none
     * @param proposal what replaces the proposal; null when it stands as it was
     * @param units what the new proposal touches
     * @param charged whole kronor taken from the decider's ledger
     * @param quarter of the charge, null when nothing was charged
     */
    record Decided(
            String subject,
            DecisionConcern concerns,
            UUID matter,
            Verdict verdict,
            Route route,
            String by,
            String onBehalfOf,
            String reason,
            String owner,
            String effectQuestion,
            String expectedEffect,
            Proposal proposal,
            List<String> units,
            long charged,
            String quarter,
            Set<String> tells)
            implements DecidingEvent {

        /** Decided by the decider in person, or by nobody. */
        Decided(
                String subject,
                DecisionConcern concerns,
                UUID matter,
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
                Set<String> tells) {
            this(
                    subject,
                    concerns,
                    matter,
                    verdict,
                    route,
                    by,
                    null,
                    reason,
                    owner,
                    effectQuestion,
                    expectedEffect,
                    proposal,
                    units,
                    charged,
                    quarter,
                    tells);
        }

        @Override
        public String type() {
            return "case.decided.v1";
        }

        @Override
        public Map<String, Object> facts() {
            Facts facts = new Facts()
                    .with("concerns", concerns)
                    .with("verdict", verdict)
                    .with("route", route)
                    .with("by", by)
                    .with("onBehalfOf", onBehalfOf)
                    .with("owner", owner)
                    .with("units", units)
                    .with("charged", charged == 0 ? null : charged)
                    .with("quarter", quarter)
                    .with("told", tells.stream().sorted().toList());
            return CaseEvent.proposalFacts(facts, proposal).asMap();
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
    record Appointed(String subject, ObligationKind kind, String person, String by) implements DecidingEvent {
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

    /** The decider sent the decision to whom it belongs: other units are touched, or the decider is disqualified. */
    record Referred(String subject, UUID matter, String by, List<String> units, String reason)
            implements DecidingEvent {
        @Override
        public String type() {
            return "case.referred.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("by", by).with("units", units).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }
    }

    /** The raiser does not accept what was decided. */
    record Appealed(String subject, UUID matter, String by, Verdict decided, String reason, Set<String> tells)
            implements DecidingEvent {
        @Override
        public String type() {
            return "case.appealed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("by", by).with("decided", decided).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }
    }

    /** A manager does not accept what was decided within the raiser's mandate. */
    record Objected(String subject, UUID matter, String by, String reason, Set<String> tells) implements DecidingEvent {
        @Override
        public String type() {
            return "case.objected.v1";
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

    /** The raiser accepts the rejection, or has not answered it in time. */
    record RejectionStands(String subject, String by, boolean lapsed) implements DecidingEvent {
        @Override
        public String type() {
            return "case.rejection-stands.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("by", by)
                    .with("lapsed", lapsed ? true : null)
                    .asMap();
        }
    }

    /** Nothing was completed, so the decider's ledger gets the cost back. */
    record LedgerRestored(String subject, String person, String quarter, long kronor) implements DecidingEvent {
        @Override
        public String type() {
            return "case.ledger-restored.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("person", person)
                    .with("quarter", quarter)
                    .with("kronor", kronor)
                    .asMap();
        }

        @Override
        public Set<String> tells() {
            return Set.of(person);
        }
    }
}
