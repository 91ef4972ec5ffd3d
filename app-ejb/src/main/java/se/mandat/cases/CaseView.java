package se.mandat.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.mandat.mandate.MandateInputs;
import se.mandat.mandate.MandateRuling;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.promise.Breach;
import se.mandat.shared.Outcome;

/**
 * A case as one person may read it now, for pages and programs alike.
 *
 * @param unit the lead unit's path
 * @param owner the named owner; accountable once {@code ownerAccepted}
 * @param ownEffectQuestion whether somebody wrote an effect question; else it is the default, made of the goal
 * @param breach the promise to customers that was broken, in the words of that time; null when none was
 * @param obligations all, ended ones too, the leading one first
 * @param hidden whether words and free texts are kept from this reader, and null or left out here
 * @param following whether the reader follows it
 * @param takingPart whether the reader is told how it ends without following it
 * @param rights what the reader may do now
 * @param position the element of the process where the case stands; null when closed
 */
public record CaseView(
        String number,
        CaseStage stage,
        Outcome severity,
        boolean sensitive,
        boolean hidden,
        List<Voice> voices,
        String reading,
        ProposalView proposal,
        List<String> units,
        List<Mandate> mandates,
        List<DecisionView> decisions,
        String raisedBy,
        Instant raisedAt,
        String unit,
        String owner,
        boolean ownerAccepted,
        Action action,
        int round,
        List<Review> reviews,
        List<Progress> progress,
        String effectQuestion,
        boolean ownEffectQuestion,
        String expectedEffect,
        ClosedAs closedAs,
        Instant closedAt,
        String mergedInto,
        String recurrenceOf,
        Breach breach,
        Instant acknowledgedAt,
        List<MatterView> matters,
        List<Message> messages,
        boolean following,
        boolean takingPart,
        List<ObligationView> obligations,
        Set<Right> rights,
        String position,
        long version) {

    /**
     * One customer's words.
     *
     * @param afterCompletion whether they came after this round's action was completed, and speak of its effect
     */
    public record Voice(
            UUID id,
            String words,
            String goal,
            Outcome outcome,
            LocalDate occurredOn,
            String channel,
            boolean wantsReply,
            boolean hasContact,
            boolean sensitive,
            String mergedFrom,
            String addedBy,
            Instant addedAt,
            boolean afterCompletion) {}

    /** @param cost whole kronor, null when unknown */
    public record ProposalView(String text, Long cost, Boolean reversible, List<String> units) {}

    /** The mandate's answer with all that it was told. */
    public record Mandate(Instant askedAt, MandateRuling ruling, MandateInputs inputs) {}

    /** @param by null when the proposal stands since nobody decided in time */
    public record DecisionView(
            DecisionConcern concerns,
            Verdict verdict,
            Route route,
            String reason,
            String by,
            Instant at,
            boolean lapsed,
            long charged) {}

    /** This round's plan and what came of it; what is not known yet is null. */
    public record Action(String what, LocalDate dueOn, Instant completedAt, String completion, Instant reviewFrom) {}

    /** An answer to the effect question. */
    public record Review(
            int round,
            EffectVerdict verdict,
            EvidenceKind evidenceKind,
            String evidence,
            String despiteNewVoice,
            String learned,
            String by,
            Instant at) {}

    /** What was begun beside the main line: who asked whom for what, and what came of it. */
    public record MatterView(
            UUID id,
            MatterKind kind,
            String begunBy,
            Instant begunAt,
            String person,
            List<String> declinedBy,
            String text,
            LocalDate dueOn,
            int round,
            MatterState state,
            String answer,
            String endedBy,
            Instant endedAt) {}

    /** @param to null means everybody concerned */
    public record Message(String by, String to, String text, Instant at) {}

    /** What the owner has told meanwhile. */
    public record Progress(int round, String text, String by, Instant at) {}

    public Voice customerVoice() {
        return voices.getFirst();
    }

    /** The latest answer that counted. */
    public Mandate mandate() {
        return mandates.getLast();
    }

    /** The latest decision; null until it is decided. */
    public DecisionView decision() {
        return decisions.isEmpty() ? null : decisions.getLast();
    }

    /** What is owed now on the main line; empty when closed. */
    public Optional<ObligationView> leading() {
        return obligations.stream()
                .filter(o -> o.leading() && o.endedAt() == null)
                .findFirst();
    }
}
