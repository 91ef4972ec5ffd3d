package se.mandat.cases;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.mandat.cases.Superiors.Superior;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Outcome;
import se.mandat.shared.Problem;

/**
 * What one person may do with one case now. The use cases assert it and the page shows it, so that both always say the
 * same. The right to act follows the debt, not a role; what is no debt follows from what the person has to do with the
 * case.
 */
public final class CaseRights {

    private static final Set<Right> OF_TIME =
            Set.of(Right.EXTENSION, Right.EXTENSION_DECISION, Right.PAUSE, Right.RESUMPTION);

    private final Case of;
    private final List<Obligation> obligations;
    private final Person person;
    private final Superiors superiors;
    private final Organisation organisation;

    CaseRights(Case of, List<Obligation> obligations, Person person, Superiors superiors) {
        this.of = of;
        this.obligations = obligations;
        this.person = person;
        this.superiors = superiors;
        this.organisation = superiors.organisation();
    }

    /** Every right the person has now. */
    public Set<Right> granted() {
        return Arrays.stream(Right.values()).filter(this::grants).collect(Collectors.toUnmodifiableSet());
    }

    boolean grants(Right right) {
        if (right == Right.CONTACT) {
            return of.voices().stream().anyMatch(CustomerVoice::hasContact) && mayReadWhatIsProtected();
        }
        return !person.isAuditor() && refusal(right).isEmpty();
    }

    /**
     * The obligation that the right pays; null where it pays none.
     *
     * @throws MandatException when it is somebody else's (who is named), or not for now
     */
    Obligation require(Right right) {
        refusal(right).ifPresent(refusal -> {
            throw refusal;
        });
        return right.pays() == null ? null : owed(right.pays()).orElseThrow();
    }

    /** User name of the absent person in whose place the person uses this right; null for a right of their own. */
    String inPlaceOf(Right right) {
        if (right.pays() != null) {
            return owed(right.pays()).map(Obligation::onBehalfOf).orElse(null);
        }
        return switch (right) {
            case HANDOVER, CONTRIBUTION_CANCELLATION -> owns() ? null : of.owner();
            case MERGE ->
                owed(ObligationKind.DECIDE)
                        .filter(this::isDebtor)
                        .map(Obligation::onBehalfOf)
                        .orElseGet(() -> owns() || !isOwner() ? null : of.owner());
            case APPEAL ->
                isRespondent()
                        ? owed(ObligationKind.RESPOND)
                                .map(Obligation::onBehalfOf)
                                .orElse(null)
                        : null;
            default -> null;
        };
    }

    /**
     * Requires that the person may do this with one contribution.
     *
     * @throws MandatException when it is somebody else's (who is named), or when it has ended
     */
    void requireContribution(Right right, Obligation contribution) {
        boolean byOwner = right == Right.CONTRIBUTION_CANCELLATION;
        boolean yours = byOwner ? isOwner() : isDebtor(contribution);
        check(right, yours, byOwner ? accountable() : contribution.debtor(), contribution.isOpen())
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    /** What the person may do now with the time of one obligation. */
    Set<Right> grantedOn(Obligation obligation) {
        return person.isAuditor()
                ? Set.of()
                : OF_TIME.stream()
                        .filter(right -> refusalOn(right, obligation).isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Requires that the person may do this with the time of one obligation.
     *
     * @throws MandatException when it is somebody else's right (who is named), or not for now
     */
    void requireOn(Right right, Obligation obligation) {
        refusalOn(right, obligation).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<MandatException> refusalOn(Right right, Obligation obligation) {
        List<Superior> above = superiors.of(obligation);
        boolean isFirstAbove = above.stream().limit(1).anyMatch(this::isCalling);
        boolean isAbove = above.stream().anyMatch(this::isCalling);
        return switch (right) {
            case EXTENSION -> check(right, isDebtor(obligation), obligation.debtor(), mayBeAskedFor(obligation, above));
            case EXTENSION_DECISION ->
                check(right, isFirstAbove, nearest(above), obligation.isOpen() && obligation.extension() != null);
            case PAUSE -> check(right, isAbove, nearest(above), mayBePaused(obligation));
            case RESUMPTION -> check(right, isAbove, nearest(above), obligation.isPaused());
            default -> throw new IllegalArgumentException(right + " is not about the time of an obligation");
        };
    }

    /** User name of the absent person in whose place the person uses this right; null for a right of their own. */
    String inPlaceOf(Right right, Obligation obligation) {
        if (right == Right.EXTENSION) {
            return obligation.onBehalfOf();
        }
        List<Superior> asked = superiors.of(obligation).stream()
                .limit(right == Right.EXTENSION_DECISION ? 1 : Long.MAX_VALUE)
                .filter(this::isCalling)
                .toList();
        boolean own = asked.stream().anyMatch(superior -> superior.inPlaceOf() == null);
        return own || asked.isEmpty() ? null : asked.getFirst().absent();
    }

    private boolean isCalling(Superior superior) {
        return superior.person().equals(person);
    }

    private static String nearest(List<Superior> above) {
        return above.isEmpty() ? "" : above.getFirst().person().username();
    }

    private boolean mayBeAskedFor(Obligation obligation, List<Superior> above) {
        return obligation.isOpen()
                && !obligation.isPaused()
                && obligation.extension() == null
                && obligation.mayBeExtended()
                && !endsWithTheAction(obligation)
                && !above.isEmpty();
    }

    private boolean endsWithTheAction(Obligation obligation) {
        return obligation.kind() == ObligationKind.CONTRIBUTE
                && obligations.stream()
                        .filter(other -> other.isOpen() && other.kind() == ObligationKind.ACT)
                        .noneMatch(action -> action.dueAt().isAfter(obligation.dueAt()));
    }

    /** Never a decision, nor what is overdue or waits anyway. */
    private static boolean mayBePaused(Obligation obligation) {
        return obligation.kind() != ObligationKind.DECIDE && obligation.mayBePaused();
    }

    /** As {@link #refusalOn}, for any of them. */
    private Optional<MandatException> refusalOfTime(Right right) {
        List<Obligation> open = obligations.stream().filter(Obligation::isOpen).toList();
        if (open.isEmpty()) {
            return Optional.of(notNow(right));
        }
        List<MandatException> refusals = open.stream()
                .flatMap(obligation -> refusalOn(right, obligation).stream())
                .toList();
        return refusals.size() < open.size() ? Optional.empty() : Optional.of(refusals.getFirst());
    }

    /** Those who have to do with the case, the managers above them, and auditors. */
    boolean mayReadWhatIsProtected() {
        if (person.isAuditor()) {
            return true;
        }
        List<String> parties = of.parties();
        return parties.contains(person.username())
                || parties.stream()
                        .flatMap(party -> organisation.person(party).stream())
                        .flatMap(party -> organisation.above(party).stream())
                        .anyMatch(person::equals);
    }

    /** Why the person may not, or empty when they may. */
    private Optional<MandatException> refusal(Right right) {
        if (right.pays() != null) {
            return refusalOfDebt(right);
        }
        return switch (right) {
            case OUTCOME -> check(right, mayCorrect(), decider(), of.isOpen());
            case APPEAL -> check(right, isRespondent() || isRaiser(), of.raisedBy(), mayBeAppealed());
            case OBJECTION -> check(right, objectors().contains(person), firstOf(objectors()), mayBeObjectedTo());
            case PROPOSAL -> check(right, isRaiser(), of.raisedBy(), awaitsFirstDecision());
            case WITHDRAWAL -> check(right, isRaiser(), of.raisedBy(), mayBeWithdrawn());
            case MERGE -> check(right, decides() || isOwner(), accountable(), of.isOpen());
            case HANDOVER -> check(right, isOwner(), accountable(), mayBeHandedOver());
            case CONTRIBUTION_CANCELLATION -> check(right, isOwner(), accountable(), awaitsContributions());
            case EXTENSION, EXTENSION_DECISION, PAUSE, RESUMPTION -> refusalOfTime(right);
            case VOICES -> check(right, true, null, of.isOpen());
            case MESSAGES -> check(right, of.concerns(person.username()), accountable(), true);
            case FOLLOWING -> Optional.empty();
            case ACKNOWLEDGEMENT ->
                check(right, isRaiser(), of.raisedBy(), !isReviewedByRaiser() && awaitsAcknowledgement());
            default -> throw new IllegalArgumentException(right + " is decided elsewhere");
        };
    }

    private Optional<MandatException> refusalOfDebt(Right right) {
        Optional<Obligation> owed = owed(right.pays());
        if (owed.isEmpty()) {
            return Optional.of(notNow(right));
        }
        if (!isDebtor(owed.get())) {
            return Optional.of(notYours(right, owed.get().debtor()));
        }
        boolean now =
                switch (right) {
                    case ACTION -> !owed.get().isPaused();
                    case COMPLETION -> !awaitsContributions();
                    case REFERRAL -> !hasReferred();
                    default -> true;
                };
        return now ? Optional.empty() : Optional.of(notNow(right));
    }

    private Optional<MandatException> check(Right right, boolean yours, String whose, boolean now) {
        if (!yours) {
            return Optional.of(notYours(right, whose));
        }
        return now ? Optional.empty() : Optional.of(notNow(right));
    }

    private boolean isRaiser() {
        return person.username().equals(of.raisedBy());
    }

    private boolean owns() {
        return of.ownerAccepted() && person.username().equals(of.owner());
    }

    /** The owner, and whoever holds the action in the absent owner's place: the right to act follows the debt. */
    private boolean isOwner() {
        return owns()
                || of.ownerAccepted()
                        && owed(ObligationKind.ACT)
                                .filter(act -> isDebtor(act) && act.whose().equals(of.owner()))
                                .isPresent();
    }

    /** Whoever decides or has decided, and managers who object; the raiser does not judge their own case. */
    private boolean mayCorrect() {
        String name = person.username();
        boolean hasDecided = decides()
                || of.decisions().stream()
                        .anyMatch(decision -> name.equals(decision.by()) || name.equals(decision.decidedFor()))
                || of.matters(MatterKind.OBJECTION).stream().anyMatch(objection -> name.equals(objection.begunBy()));
        return hasDecided && !isRaiser();
    }

    /** Whether the person owes a decision, on the main line or beside it. */
    private boolean decides() {
        return owed(ObligationKind.DECIDE).filter(this::isDebtor).isPresent();
    }

    private String decider() {
        return owed(ObligationKind.DECIDE).map(Obligation::debtor).orElseGet(this::accountable);
    }

    /** Whoever answers for the case now: the owner, or whoever owes the next step. */
    private String accountable() {
        return of.ownerAccepted()
                ? of.owner()
                : obligations.stream()
                        .filter(obligation -> obligation.isOpen() && obligation.leading())
                        .map(Obligation::debtor)
                        .findFirst()
                        .orElse(of.raisedBy());
    }

    private boolean isRespondent() {
        return isDebtorOfLeading(ObligationKind.RESPOND);
    }

    private boolean mayBeAppealed() {
        if (!of.isOpen() || !of.appealRemains()) {
            return false;
        }
        if (anyOpen(ObligationKind.RESPOND)) {
            return isRespondent();
        }
        return isRaiser()
                && of.stage() != CaseStage.DECIDING
                && of.amendment()
                        .filter(amendment -> !of.raisedBy().equals(amendment.by()))
                        .isPresent();
    }

    /** Those who are told of a decision within the raiser's mandate. */
    private List<Person> objectors() {
        return organisation
                .person(of.raisedBy())
                .map(raiser -> Debtors.toldOfOwnDecision(organisation, raiser, of.units()))
                .orElse(List.of());
    }

    private static String firstOf(List<Person> people) {
        return people.isEmpty() ? "" : people.getFirst().username();
    }

    private boolean mayBeObjectedTo() {
        return of.isOpen()
                && !of.decisions().isEmpty()
                && isOwnDecision(of.decisions().getFirst())
                && !of.isRejected()
                && of.matters(MatterKind.OBJECTION).stream()
                        .noneMatch(objection -> objection.begunBy().equals(person.username()));
    }

    private boolean isOwnDecision(Decision decision) {
        return decision.route() == Route.OWN
                && decision.concerns() == DecisionConcern.PROPOSAL
                && of.raisedBy().equals(decision.by());
    }

    private boolean awaitsFirstDecision() {
        return of.isOpen() && of.decisions().isEmpty();
    }

    /** Before the decision; one's own before the owner has accepted, or, owning it oneself, before it is planned. */
    private boolean mayBeWithdrawn() {
        if (!of.isOpen() || of.severity() == Outcome.HARMED || of.voices().size() > 1) {
            return false;
        }
        if (of.decisions().isEmpty()) {
            return true;
        }
        return isOwnDecision(of.decisions().getFirst())
                && of.decisions().stream().skip(1).allMatch(CaseRights::leavesItAsItIs)
                && (!of.ownerAccepted() || owns() && of.stage() == CaseStage.ACTING && !hasBegunWork());
    }

    /** An objection that was turned down. */
    private static boolean leavesItAsItIs(Decision decision) {
        return decision.concerns() == DecisionConcern.OBJECTION && decision.verdict() == Verdict.APPROVED;
    }

    private boolean hasBegunWork() {
        return of.plan() != null || of.round() > 1 || !of.progress().isEmpty();
    }

    private boolean mayBeHandedOver() {
        return of.isOpen() && of.openMatter(MatterKind.HANDOVER).isEmpty();
    }

    private boolean hasReferred() {
        return of.matters(MatterKind.REFERRAL).stream()
                .anyMatch(referral -> referral.begunBy().equals(person.username()));
    }

    /** Who has reviewed the effect last knows how it went. */
    private boolean isReviewedByRaiser() {
        return of.reviews().stream()
                .reduce((first, last) -> last)
                .map(EffectReview::by)
                .filter(of.raisedBy()::equals)
                .isPresent();
    }

    private boolean awaitsAcknowledgement() {
        return !of.isOpen()
                && of.closedAs() != ClosedAs.WITHDRAWN
                && of.acknowledgedAt() == null
                && of.openMatter(MatterKind.QUESTION).isEmpty();
    }

    private boolean anyOpen(ObligationKind kind) {
        return obligations.stream().anyMatch(obligation -> obligation.isOpen() && obligation.kind() == kind);
    }

    private boolean awaitsContributions() {
        return obligations.stream().anyMatch(obligation -> obligation.isOpen() && isContribution(obligation));
    }

    /** A part of the work that somebody owes, or shall be appointed to owe. */
    static boolean isContribution(Obligation obligation) {
        return obligation.kind() == ObligationKind.CONTRIBUTE || obligation.appoints() == ObligationKind.CONTRIBUTE;
    }

    private boolean isDebtorOfLeading(ObligationKind kind) {
        return obligations.stream().anyMatch(o -> o.isOpen() && o.leading() && o.kind() == kind && isDebtor(o));
    }

    /** What is owed of this kind: what the person owes before what others owe, and the leading before the others. */
    private Optional<Obligation> owed(ObligationKind kind) {
        return obligations.stream()
                .filter(obligation -> obligation.isOpen() && obligation.kind() == kind)
                .min(Comparator.comparing((Obligation obligation) -> !isDebtor(obligation))
                        .thenComparing(obligation -> !obligation.leading())
                        .thenComparing(Obligation::openedAt)
                        .thenComparing(Obligation::id));
    }

    private boolean isDebtor(Obligation obligation) {
        return obligation.debtor().equals(person.username());
    }

    private MandatException notYours(Right right, String whose) {
        Map<String, Object> facts = new HashMap<>(Map.of("case", of.number()));
        facts.put("who", whose == null ? "" : whose);
        return new MandatException(Problem.NOT_YOUR_RIGHT, "problem.not-your-right." + right.name(), facts);
    }

    private MandatException notNow(Right right) {
        return new MandatException(
                Problem.NOT_NOW,
                "problem.not-now." + right.name(),
                Map.of("stage", of.stage().name(), "case", of.number()));
    }
}
