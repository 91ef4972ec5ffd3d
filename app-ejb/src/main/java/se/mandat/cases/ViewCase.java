package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
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
    private Directory directory;

    @Inject
    private WhatNext whatNext;

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
        return new CaseView(
                of.number(),
                of.stage(),
                of.severity(),
                of.voices().stream().map(ViewCase::voice).toList(),
                of.reading(),
                proposal(of),
                of.units(),
                of.mandates().stream()
                        .map(m -> new CaseView.Mandate(m.askedAt(), m.ruling(), m.inputs()))
                        .toList(),
                of.decisions().stream().map(ViewCase::decision).toList(),
                of.raisedBy(),
                of.raisedAt(),
                of.leadUnit(),
                of.owner(),
                of.ownerAccepted(),
                new CaseView.Action(of.plan(), of.plannedOn(), of.completedAt(), of.completion(), of.reviewFrom()),
                of.round(),
                of.reviews().stream().map(ViewCase::review).toList(),
                of.progress().stream()
                        .map(p -> new CaseView.Progress(p.round(), p.text(), p.by(), p.at()))
                        .toList(),
                of.effectQuestion(),
                of.expectedEffect(),
                of.closedAs(),
                of.closedAt(),
                of.acknowledgedAt(),
                owed.stream().map(o -> view(o, of)).toList(),
                new CaseRights(of, owed, reader, directory.now()).granted(),
                position,
                of.version());
    }

    /** @throws MandatException when there is no such obligation */
    @RolesAllowed("employee")
    public ObligationView obligation(UUID id) {
        caller.get();
        Obligation obligation = obligations
                .find(id)
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.obligation-not-found"));
        return view(obligation, cases.find(obligation.caseNumber()).orElseThrow());
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

    private ObligationView view(Obligation o, Case of) {
        CustomerVoice voice = of.voices().getFirst();
        return new ObligationView(
                o.id(),
                o.caseNumber(),
                o.kind(),
                o.appoints(),
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
                o.isOverdue(clock.instant()),
                o.isOpen()
                        ? whatNext.of(o.kind(), o.debtor(), of.leadUnit(), o.dueAt(), of.severity(), of.involvement())
                        : null,
                voice.words(),
                voice.goal(),
                of.severity(),
                of.raisedBy(),
                o.version());
    }

    private static CaseView.Voice voice(CustomerVoice v) {
        return new CaseView.Voice(
                v.id(),
                v.words(),
                v.goal(),
                v.outcome(),
                v.occurredOn(),
                v.channel(),
                v.wantsReply(),
                v.hasContact(),
                v.addedBy(),
                v.addedAt());
    }

    private static CaseView.ProposalView proposal(Case of) {
        Proposal proposal = of.proposal();
        return proposal == null
                ? null
                : new CaseView.ProposalView(proposal.text(), proposal.cost(), proposal.reversible(), of.units());
    }

    private static CaseView.DecisionView decision(Decision d) {
        return new CaseView.DecisionView(d.verdict(), d.route(), d.reason(), d.by(), d.at(), d.lapsed(), d.charged());
    }

    private static CaseView.Review review(EffectReview r) {
        return new CaseView.Review(r.round(), r.verdict(), r.evidenceKind(), r.evidence(), r.by(), r.at());
    }
}
