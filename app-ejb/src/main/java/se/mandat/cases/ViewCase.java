package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.mandat.obligation.Escalation;
import se.mandat.obligation.Extension;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Person;
import se.mandat.organisation.Role;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** Reads one case, or one obligation of it, as the caller may read it now. Everybody inside may read every case. */
@Stateless
public class ViewCase {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private CallingPerson caller;

    @Inject
    private Superiors superiors;

    @Inject
    private WhatNext whatNext;

    @Inject
    private Presence presence;

    @Inject
    private CaseProcess process;

    @Inject
    private Clock clock;

    /** @throws MandatException when there is no such case */
    @RolesAllowed("employee")
    public CaseView handle(String number) {
        return view(number, process.position(number).orElse(null));
    }

    /**
     * The case as it stands, without asking the engine for its position in the process, which is null here.
     *
     * @throws MandatException when there is no such case
     */
    @RolesAllowed("employee")
    public CaseView withoutPosition(String number) {
        return view(number, null);
    }

    private CaseView view(String number, String position) {
        Person reader = caller.get();
        Case of = cases.find(number).orElseThrow(() -> Cases.notFound(number));
        List<Obligation> owed = obligations.of(number);
        CaseRights rights = new CaseRights(of, owed, reader, superiors);
        Texts texts = new Texts(of.sensitive() && !rights.mayReadWhatIsProtected());
        return new CaseView(
                of.number(),
                of.stage(),
                of.severity(),
                of.sensitive(),
                texts.hidden(),
                of.voices().stream().map(v -> voice(v, of, texts)).toList(),
                texts.shown(of.reading()),
                proposal(of, texts),
                of.units(),
                of.mandates().stream()
                        .map(m -> new CaseView.Mandate(m.askedAt(), m.ruling(), m.inputs()))
                        .toList(),
                of.decisions().stream().map(d -> decision(d, texts)).toList(),
                of.raisedBy(),
                of.raisedAt(),
                of.leadUnit(),
                of.owner(),
                of.ownerAccepted(),
                new CaseView.Action(
                        texts.shown(of.plan()),
                        of.plannedOn(),
                        of.completedAt(),
                        texts.shown(of.completion()),
                        reviewFrom(of, owed)),
                of.round(),
                of.reviews().stream().map(r -> review(r, texts)).toList(),
                of.progress().stream()
                        .map(p -> new CaseView.Progress(p.round(), texts.shown(p.text()), p.by(), p.at()))
                        .toList(),
                texts.shown(of.effectQuestion()),
                of.effectQuestion() != null,
                texts.shown(of.expectedEffect()),
                of.closedAs(),
                of.closedAt(),
                of.mergedInto(),
                of.recurrenceOf(),
                of.breach(),
                of.acknowledgedAt(),
                of.matters().stream().map(m -> matter(m, texts)).toList(),
                of.messages().stream()
                        .map(m -> new CaseView.Message(m.by(), m.to(), texts.shown(m.text()), m.at()))
                        .toList(),
                of.followers().contains(reader.username()),
                of.isTakingPart(reader.username()),
                views(owed, of, texts, rights),
                rights.granted(),
                position,
                of.version());
    }

    /** From when the effect of this round can be reviewed in full; null while the action goes on, or nobody reviews. */
    private static Instant reviewFrom(Case of, List<Obligation> owed) {
        return owed.stream()
                .filter(o -> o.kind() == ObligationKind.REVIEW_EFFECT && of.completedAt() != null)
                .filter(o -> !o.openedAt().isBefore(of.completedAt()))
                .max(Comparator.comparing(Obligation::openedAt))
                .map(Obligation::opensAt)
                .orElse(null);
    }

    /**
     * Whether words and free texts of the case are kept from the caller.
     *
     * @throws MandatException when there is no such case
     */
    @RolesAllowed("employee")
    public boolean hides(String number) {
        return texts(cases.find(number).orElseThrow(() -> Cases.notFound(number)))
                .hidden();
    }

    private Texts texts(Case of) {
        return new Texts(
                of.sensitive() && !new CaseRights(of, List.of(), caller.get(), superiors).mayReadWhatIsProtected());
    }

    /** What a person wrote, as far as this reader may read it. */
    private record Texts(boolean hidden) {
        String shown(String text) {
            return hidden ? null : text;
        }
    }

    /** @throws MandatException when there is no such obligation */
    @RolesAllowed("employee")
    public ObligationView obligation(UUID id) {
        caller.get();
        Obligation obligation = obligations
                .find(id)
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.obligation-not-found"));
        Case of = cases.find(obligation.caseNumber()).orElseThrow();
        CaseRights rights = new CaseRights(of, obligations.of(of.number()), caller.get(), superiors);
        return views(List.of(obligation), of, texts(of), rights).getFirst();
    }

    /** One opening of contact details, or an attempt at it. */
    public record ReadingOfContact(String by, Instant at, boolean allowed) {}

    /** Who has opened the case's contact details; for auditors and data protection, empty for everybody else. */
    @RolesAllowed("employee")
    public List<ReadingOfContact> readingsOfContact(String number) {
        Person reader = caller.get();
        if (!reader.isAuditor() && !reader.is(Role.DPO)) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "select r from ContactReading r where r.caseNumber = :case order by r.at desc",
                        ContactReading.class)
                .setParameter("case", number)
                .getResultStream()
                .map(r -> new ReadingOfContact(r.by(), r.at(), r.allowed()))
                .toList();
    }

    private List<ObligationView> views(List<Obligation> owed, Case of, Texts texts, CaseRights rights) {
        List<Escalation> escalations = obligations.escalationsOf(
                owed.stream().filter(o -> o.rung() > 0).map(Obligation::id).toList());
        List<Extension> extensions = obligations.extensionsOf(
                owed.stream().filter(o -> o.questions() > 0).map(Obligation::id).toList());
        return owed.stream()
                .map(o -> view(o, of, texts, escalations, extensions, rights.grantedOn(o)))
                .toList();
    }

    private ObligationView view(
            Obligation o,
            Case of,
            Texts texts,
            List<Escalation> escalations,
            List<Extension> extensions,
            Set<Right> rights) {
        CustomerVoice voice = of.voices().getFirst();
        return new ObligationView(
                o.id(),
                o.caseNumber(),
                o.kind(),
                o.appoints(),
                o.concerns(),
                o.matter(),
                o.leading(),
                o.debtor(),
                o.onBehalfOf(),
                o.openedAt(),
                o.opensAt(),
                o.dueAt(),
                o.ceilingAt(),
                o.remindAt(),
                o.state(),
                o.endedAt(),
                o.rung(),
                escalations.stream()
                        .filter(escalation -> escalation.obligation().equals(o.id()))
                        .map(ObligationView.Rung::of)
                        .toList(),
                o.isOverdue(clock.instant()),
                o.isOpen() && presence.isAbsent(o.debtor()),
                o.isPaused() ? o.nextAt() : null,
                extensions.stream()
                        .filter(extension -> extension.obligation().equals(o.id()))
                        .map(extension -> ObligationView.Extended.of(extension, texts.hidden()))
                        .toList(),
                rights,
                o.isOpen() ? whatNext.of(Standing.of(o, of)) : null,
                texts.hidden() && voice.sensitive() ? null : voice.words(),
                voice.goal(),
                of.severity(),
                of.raisedBy(),
                o.version());
    }

    private static CaseView.Voice voice(CustomerVoice v, Case of, Texts texts) {
        boolean hidden = texts.hidden() && v.sensitive();
        return new CaseView.Voice(
                v.id(),
                hidden ? null : v.words(),
                v.goal(),
                v.outcome(),
                v.occurredOn(),
                hidden ? null : v.channel(),
                v.wantsReply(),
                v.hasContact(),
                v.sensitive(),
                v.mergedFrom(),
                v.addedBy(),
                v.addedAt(),
                of.voicesSinceCompletion().contains(v));
    }

    private static CaseView.ProposalView proposal(Case of, Texts texts) {
        Proposal proposal = of.proposal();
        return proposal == null
                ? null
                : new CaseView.ProposalView(
                        texts.shown(proposal.text()), proposal.cost(), proposal.reversible(), of.units());
    }

    private static CaseView.DecisionView decision(Decision d, Texts texts) {
        return new CaseView.DecisionView(
                d.concerns(), d.verdict(), d.route(), texts.shown(d.reason()), d.by(), d.at(), d.lapsed(), d.charged());
    }

    private static CaseView.Review review(EffectReview r, Texts texts) {
        return new CaseView.Review(
                r.round(),
                r.verdict(),
                r.evidenceKind(),
                texts.shown(r.evidence()),
                texts.shown(r.despiteNewVoice()),
                texts.shown(r.learned()),
                r.by(),
                r.at());
    }

    private static CaseView.MatterView matter(Matter m, Texts texts) {
        return new CaseView.MatterView(
                m.id(),
                m.kind(),
                m.begunBy(),
                m.begunAt(),
                m.person(),
                m.declinedBy(),
                texts.shown(m.text()),
                m.dueOn(),
                m.round(),
                m.state(),
                texts.shown(m.answer()),
                m.endedBy(),
                m.endedAt());
    }
}
