package se.mandat.web.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.mandat.cases.CaseStage;
import se.mandat.cases.CaseView;
import se.mandat.cases.ClosedAs;
import se.mandat.cases.ContributorGiven;
import se.mandat.cases.DecisionGiven;
import se.mandat.cases.EffectVerdict;
import se.mandat.cases.EvidenceKind;
import se.mandat.cases.KeepDrafts;
import se.mandat.cases.ProposalGiven;
import se.mandat.cases.Right;
import se.mandat.cases.Verdict;
import se.mandat.cases.VoiceGiven;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.organisation.Level;
import se.mandat.promise.Breach;
import se.mandat.promise.ListPromises;
import se.mandat.shared.Outcome;
import se.mandat.web.obligation.ObligationAnswer;
import se.mandat.web.platform.Words;

/**
 * A case as programs read it; a draft has the same shape, and its own {@code decision} is what it will say when
 * submitted.
 *
 * @param customerVoice the first of the voices
 * @param mandate the latest of the mandates
 * @param hidden whether the words of sensitive voices and all free texts are kept from this reader
 * @param decisions every decision, the latest last
 * @param matters what was begun beside the main line: appeals, objections, handovers, contributions, questions
 * @param following whether the reader follows the case
 * @param promise what was promised, and what follows since it was broken; null when no promise was
 * @param effectQuestion what to ask the customer afterwards; the default one where none was written, null where the
 *     written one is kept from this reader
 * @param rights the names of the calls that the reader may make now
 */
record CaseAnswer(
        String number,
        CaseStage stage,
        Outcome severity,
        boolean sensitive,
        boolean hidden,
        Voice customerVoice,
        List<Voice> voices,
        String reading,
        Proposal proposal,
        Mandate mandate,
        List<Mandate> mandates,
        Decision decision,
        List<Decision> decisions,
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
        String expectedEffect,
        ClosedAs closedAs,
        Instant closedAt,
        String mergedInto,
        String recurrenceOf,
        Promise promise,
        Instant acknowledgedAt,
        List<CaseView.MatterView> matters,
        List<CaseView.Message> messages,
        boolean following,
        List<ObligationAnswer> obligations,
        List<String> rights,
        long version) {

    /** @param hasContact whether contact details were left; opening them is a call of its own */
    record Voice(
            UUID id,
            String words,
            String goal,
            Outcome outcome,
            LocalDate occurredOn,
            String channel,
            Boolean wantsReply,
            boolean hasContact,
            Boolean sensitive,
            String mergedFrom,
            String addedBy,
            Instant addedAt) {}

    record Proposal(String text, Long cost, Boolean reversible, List<String> units) {}

    /** What the mandate answered, and all that it was told. */
    record Mandate(Route route, int rule, String reason, String table, int version, Inputs inputs, Instant askedAt) {}

    record Inputs(
            Level level,
            boolean hasProposal,
            Long cost,
            Boolean reversible,
            int units,
            Outcome severity,
            long ledgerLeft) {}

    /** @param by null when nobody decided in time and the proposal stands; {@code lapsed} then */
    record Decision(
            DecisionConcern concerns,
            Verdict verdict,
            String reason,
            String by,
            boolean lapsed,
            Route route,
            Instant at,
            Given given) {}

    /** What a draft will say about its decision, if it turns out to be the author's own. */
    record Given(String owner, String effectQuestion, String expectedEffect, List<ContributorGiven> contributors) {}

    record Action(String what, LocalDate dueOn, Instant completedAt, String completion, Instant reviewFrom) {}

    record Review(
            int round,
            EffectVerdict verdict,
            Evidence evidence,
            String despiteNewVoice,
            String learned,
            String by,
            Instant at) {}

    record Evidence(EvidenceKind kind, String text) {}

    record Progress(int round, String text, String by, Instant at) {}

    /** In the words of the time when the case was raised; in a draft, as it stands now. */
    record Promise(String id, String text, String consequence) {}

    static CaseAnswer of(CaseView view, Words words) {
        List<Voice> voices = view.voices().stream().map(CaseAnswer::voice).toList();
        List<Mandate> mandates =
                view.mandates().stream().map(m -> mandate(m, words)).toList();
        return new CaseAnswer(
                view.number(),
                view.stage(),
                view.severity(),
                view.sensitive(),
                view.hidden(),
                voices.getFirst(),
                voices,
                view.reading(),
                view.proposal() == null
                        ? null
                        : new Proposal(
                                view.proposal().text(),
                                view.proposal().cost(),
                                view.proposal().reversible(),
                                view.proposal().units()),
                mandates.getLast(),
                mandates,
                decision(view.decision()),
                view.decisions().stream().map(CaseAnswer::decision).toList(),
                view.raisedBy(),
                view.raisedAt(),
                view.unit(),
                view.owner(),
                view.ownerAccepted(),
                action(view.action()),
                view.round(),
                view.reviews().stream().map(CaseAnswer::review).toList(),
                view.progress().stream()
                        .map(p -> new Progress(p.round(), p.text(), p.by(), p.at()))
                        .toList(),
                effectQuestion(view, words),
                view.expectedEffect(),
                view.closedAs(),
                view.closedAt(),
                view.mergedInto(),
                view.recurrenceOf(),
                promise(view.breach()),
                view.acknowledgedAt(),
                view.matters(),
                view.messages(),
                view.following(),
                view.obligations().stream().map(ObligationAnswer::of).toList(),
                view.rights().stream().sorted().map(Right::call).toList(),
                view.version());
    }

    /** @param promise the one that the draft names; null when it names none */
    static CaseAnswer of(KeepDrafts.View draft, ListPromises.View promise) {
        VoiceGiven given = draft.content().customerVoice();
        ProposalGiven proposal = draft.content().proposal();
        DecisionGiven decision = draft.content().decision();
        Voice voice = new Voice(
                null,
                given.words(),
                given.goal(),
                given.outcome(),
                given.occurredOn(),
                given.channel(),
                given.wantsReply(),
                given.contact() != null,
                given.sensitive(),
                null,
                draft.author(),
                draft.changedAt());
        return new CaseAnswer(
                draft.number(),
                CaseStage.DRAFT,
                given.outcome(),
                Boolean.TRUE.equals(given.sensitive()),
                false,
                voice,
                List.of(voice),
                draft.content().reading(),
                proposal == null
                        ? null
                        : new Proposal(proposal.text(), proposal.cost(), proposal.reversible(), proposal.units()),
                null,
                List.of(),
                decision == null
                        ? null
                        : new Decision(
                                null,
                                null,
                                null,
                                null,
                                false,
                                null,
                                null,
                                new Given(
                                        decision.owner(),
                                        decision.effectQuestion(),
                                        decision.expectedEffect(),
                                        decision.contributors())),
                List.of(),
                draft.author(),
                draft.createdAt(),
                null,
                null,
                false,
                null,
                0,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                draft.content().recurrenceOf(),
                promise == null ? null : new Promise(promise.id(), promise.text(), promise.consequence()),
                null,
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of("draft", "submission"),
                draft.version());
    }

    private static String effectQuestion(CaseView view, Words words) {
        if (view.ownEffectQuestion() || view.decision() == null) {
            return view.effectQuestion();
        }
        return words.say("effect-question.default", "goal", view.customerVoice().goal());
    }

    private static Voice voice(CaseView.Voice v) {
        return new Voice(
                v.id(),
                v.words(),
                v.goal(),
                v.outcome(),
                v.occurredOn(),
                v.channel(),
                v.wantsReply(),
                v.hasContact(),
                v.sensitive(),
                v.mergedFrom(),
                v.addedBy(),
                v.addedAt());
    }

    private static Mandate mandate(CaseView.Mandate m, Words words) {
        boolean swedish = words.locale().equals(Words.SWEDISH);
        return new Mandate(
                m.ruling().route(),
                m.ruling().rule(),
                swedish ? m.ruling().reasonSv() : m.ruling().reasonEn(),
                m.ruling().table(),
                m.ruling().version(),
                new Inputs(
                        m.inputs().level(),
                        m.inputs().hasProposal(),
                        m.inputs().cost(),
                        m.inputs().reversible(),
                        m.inputs().unitCount(),
                        m.inputs().severity(),
                        m.inputs().ledgerLeft()),
                m.askedAt());
    }

    private static Decision decision(CaseView.DecisionView d) {
        return d == null
                ? null
                : new Decision(d.concerns(), d.verdict(), d.reason(), d.by(), d.lapsed(), d.route(), d.at(), null);
    }

    private static Promise promise(Breach breach) {
        return breach == null ? null : new Promise(breach.promise(), breach.promised(), breach.consequence());
    }

    private static Action action(CaseView.Action a) {
        return a.what() == null && a.completedAt() == null
                ? null
                : new Action(a.what(), a.dueOn(), a.completedAt(), a.completion(), a.reviewFrom());
    }

    private static Review review(CaseView.Review r) {
        return new Review(
                r.round(),
                r.verdict(),
                new Evidence(r.evidenceKind(), r.evidence()),
                r.despiteNewVoice(),
                r.learned(),
                r.by(),
                r.at());
    }
}
