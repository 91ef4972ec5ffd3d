package se.mandat.cases;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Quarter;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.ObligationKind;
import se.mandat.promise.Breach;
import se.mandat.shared.Outcome;

/**
 * An improvement case: one thing to be made better for customers.
 *
 * <p>It begins with a customer's words and travels DECIDING → ASSIGNING → ACTING → REVIEWING → CLOSED. A decision within
 * the mandate skips the first stage, an owner who has accepted the second; a review that finds no effect starts a new
 * round of ACTING, and from the second on somebody decides first whether to go on. It closes as EFFECTIVE only when
 * somebody who neither owned it nor contributed has seen the effect, as REJECTED only when no appeal remains.
 *
 * <p>While it is open somebody always owes the next step: the leading obligation, whose stage the case shows. What
 * people begin beside it (an appeal, a handover, a contribution) is a {@link Matter}.
 */
@Entity
@Table(name = "case_")
public class Case {

    @Id
    private String number;

    @Column(name = "raised_by", updatable = false)
    private String raisedBy;

    @Column(name = "raised_at", updatable = false)
    private Instant raisedAt;

    @Column(updatable = false)
    private String reading;

    @Column(name = "recurrence_of", updatable = false)
    private String recurrenceOf;

    @Embedded
    private Breach breach;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> units;

    @Embedded
    private Proposal proposal;

    @Enumerated(EnumType.STRING)
    private CaseStage stage;

    @Embedded
    private Voices voices = new Voices();

    @Embedded
    private Decisions decisions = new Decisions();

    @Embedded
    private Ownership ownership = new Ownership();

    @Embedded
    private Work work = new Work();

    private String appointee;

    @Column(name = "effect_question")
    private String effectQuestion;

    @Column(name = "expected_effect")
    private String expectedEffect;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_as")
    private ClosedAs closedAs;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "merged_into")
    private String mergedInto;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> followers = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> parties = List.of();

    @Column(name = "message_count")
    private int messageCount;

    private long version;

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("at")
    private List<EffectReview> reviews = new ArrayList<>();

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("at")
    private List<ProgressNote> progress = new ArrayList<>();

    @Embedded
    private Matters matters = new Matters();

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("at")
    private List<CaseMessage> messages = new ArrayList<>();

    @Transient
    private final List<CaseEvent> happened = new ArrayList<>();

    @Transient
    private Instant now;

    protected Case() {}

    /** Raises a case; the mandate has answered {@code answer} about it. */
    static Case raise(
            String number,
            String raiser,
            VoiceGiven voice,
            String reading,
            Proposal proposal,
            List<String> units,
            String recurrenceOf,
            Breach breach,
            Mandates.Answer answer,
            boolean demonstration,
            Instant now) {
        Case raised = new Case();
        raised.number = number;
        raised.at(now);
        if (demonstration) {
            raised.record(new RaisingEvent.Demonstration(number));
        }
        raised.record(new RaisingEvent.Raised(
                number, raiser, UUID.randomUUID(), voice, reading, proposal, units, recurrenceOf, breach));
        raised.record(new DecidingEvent.MandateAsked(number, answer));
        return raised;
    }

    /** The time of what happens next. */
    Case at(Instant time) {
        now = time;
        return this;
    }

    // Customers' voices

    /**
     * Another customer said the same; a worse outcome makes the case more severe.
     *
     * @param pressed those who must know when it has become more severe
     */
    void addVoice(VoiceGiven given, String by, Set<String> pressed) {
        record(new RaisingEvent.VoiceAdded(number, UUID.randomUUID(), given, by, atWork()));
        follow(by);
        followSeverity(severity().worst(given.outcome()), pressed);
    }

    /**
     * Takes over the voices and followers of a case that goes on as this one.
     *
     * @param pressed those who must know when it has become more severe
     */
    void takeVoicesOf(Case merged, String by, Set<String> pressed) {
        merged.voices()
                .forEach(voice -> record(new RaisingEvent.VoiceTaken(
                        number, UUID.randomUUID(), merged.number, voice.given(), by, voice)));
        merged.followers.forEach(this::follow);
        follow(merged.raisedBy);
        followSeverity(severity().worst(merged.severity()), pressed);
    }

    /**
     * How it went for one customer was understood wrongly.
     *
     * @param pressed those who must know when it has become more severe
     */
    void correctOutcome(CustomerVoice voice, Outcome outcome, String by, String reason, Set<String> pressed) {
        record(new RaisingEvent.OutcomeCorrected(
                number, voice.id(), voice.outcome(), outcome, by, reason, Set.of(raisedBy)));
        followSeverity(voices.worst(), pressed);
    }

    private void followSeverity(Outcome worst, Set<String> pressed) {
        if (worst != severity()) {
            boolean more = worst.worst(severity()) == worst;
            record(new RaisingEvent.SeverityChanged(number, severity(), worst, more ? pressed : Set.of()));
        }
    }

    // Deciding

    /** The table was asked again, for another proposal or for other units. */
    void askedAgain(Mandates.Answer answer) {
        record(new DecidingEvent.MandateAsked(number, answer));
    }

    void completeProposal(Proposal completed, List<String> touched, String by, Set<String> tells) {
        record(new RaisingEvent.ProposalCompleted(number, completed, touched, by, tells));
    }

    /** It is decided; an owner who decides, or has accepted before, need not be asked. */
    void decide(DecidingEvent.Decided decided) {
        boolean owned = decided.owner() != null && ownership.isOwnedBy(decided.owner());
        record(decided);
        if (decided.owner() != null && (owned || decided.owner().equals(decided.by()))) {
            acceptOwnership();
        }
    }

    void refer(String by, List<String> touched, String reason) {
        record(new DecidingEvent.Referred(number, UUID.randomUUID(), by, touched, reason));
    }

    /** @return the appeal's id */
    UUID appeal(String by, String reason) {
        UUID appeal = UUID.randomUUID();
        record(new DecidingEvent.Appealed(
                number,
                appeal,
                by,
                decisions.isRejected() ? Verdict.REJECTED : Verdict.AMENDED,
                reason,
                Set.copyOf(decisions.deciders())));
        return appeal;
    }

    /** @return the objection's id */
    UUID object(String by, String reason) {
        UUID objection = UUID.randomUUID();
        Set<String> tells = new HashSet<>(atWork());
        tells.add(raisedBy);
        record(new DecidingEvent.Objected(number, objection, by, reason, tells));
        return objection;
    }

    /** The rejection is accepted, or nobody said otherwise in time. */
    void acceptRejection(String by, boolean lapsed) {
        record(new DecidingEvent.RejectionStands(number, by, lapsed));
        close(ClosedAs.REJECTED);
    }

    /** The decision whose charge was not given back yet. */
    Optional<Decision> charged() {
        return decisions.charged();
    }

    /** Whether the action, or a part of it, has ever been completed. */
    boolean isAnythingDone() {
        return work.completedAt() != null || work.round() > 1 || matters.anyContributionDone();
    }

    void restoreLedger(Decision decision) {
        record(new DecidingEvent.LedgerRestored(
                number, decision.by(), Quarter.of(decision.at()).toString(), decision.charged()));
    }

    void appoint(ObligationKind kind, String person, String by) {
        record(new DecidingEvent.Appointed(number, kind, person, by));
    }

    /** Whether it has been decided not to do it; an appeal of an amendment that is turned down decides nothing new. */
    boolean isRejected() {
        return decisions.isRejected();
    }

    /** The amendment by which the work goes on; empty where there is none, or something else was decided since. */
    Optional<Decision> amendment() {
        return decisions.amendment();
    }

    /** The amendment that was appealed last. */
    Optional<Decision> appealedAmendment() {
        return openMatter(MatterKind.APPEAL).flatMap(appeal -> decisions.amendmentUntil(appeal.begunAt()));
    }

    /** Those who have sent the decision on since they are disqualified. */
    Set<String> disqualified() {
        return matters.disqualified();
    }

    /** Whether the raiser can still appeal; once on a case. */
    boolean appealRemains() {
        return matters.appealRemains();
    }

    /** Who was asked to own it since a decision named an owner, and named somebody better. */
    List<String> ownershipDeclinedBy() {
        return matters.declined();
    }

    // Owning

    void acceptOwnership() {
        record(new OwningEvent.OwnershipAccepted(number, ownership.owner()));
    }

    /** The one asked names a better owner, who is asked next. */
    void declineOwnership(String by, String betterOwner, String reason) {
        record(new OwningEvent.OwnershipDeclined(
                number, UUID.randomUUID(), by, betterOwner, reason, Set.copyOf(decisions.deciders())));
    }

    /** What the owner owes has moved to somebody else. */
    void moveOwnership(String to, boolean accepted) {
        boolean stays = to.equals(ownership.owner());
        if (stays && accepted && !ownership.accepted()) {
            acceptOwnership();
        } else if (!stays || accepted != ownership.accepted()) {
            record(new OwningEvent.OwnershipMoved(number, ownership.owner(), to, accepted));
        }
    }

    /** @return the handover's id */
    UUID offerHandover(String to, String reason) {
        UUID handover = UUID.randomUUID();
        record(new OwningEvent.HandoverOffered(number, handover, ownership.owner(), to, reason));
        return handover;
    }

    void handOver(UUID handover, String to) {
        record(new OwningEvent.HandedOver(
                number, handover, ownership.owner(), to, Set.copyOf(List.of(ownership.owner(), raisedBy))));
    }

    void declineHandover(UUID handover, String by, String betterOwner, String reason, boolean lapsed) {
        record(new OwningEvent.HandoverDeclined(
                number, handover, by, betterOwner, reason, lapsed, Set.of(ownership.owner())));
    }

    // Acting

    void plan(String what, LocalDate dueOn, Instant dueAt) {
        record(new ActingEvent.Planned(number, work.round(), what, dueOn, dueAt));
    }

    /** @return the contribution's id */
    UUID askContribution(String by, String person, String what, LocalDate dueOn) {
        UUID contribution = UUID.randomUUID();
        record(new ActingEvent.ContributionAsked(number, contribution, by, person, what, dueOn));
        return contribution;
    }

    void dateContribution(UUID contribution, String by, LocalDate dueOn) {
        record(new ActingEvent.ContributionDated(
                number, contribution, by, matter(contribution).person(), dueOn));
    }

    void declineContribution(UUID contribution, String by, String better, String reason) {
        record(new ActingEvent.ContributionDeclined(
                number, contribution, by, better, reason, Set.of(ownership.owner())));
    }

    void completeContribution(UUID contribution, String by, String text) {
        record(new ActingEvent.ContributionCompleted(number, contribution, by, text, Set.of(ownership.owner())));
    }

    void cancelContribution(UUID contribution, String by, String reason) {
        record(new ActingEvent.ContributionCancelled(
                number, contribution, by, matter(contribution).person(), reason));
    }

    void noteProgress(String by, String text) {
        record(new ActingEvent.ProgressNoted(number, work.round(), by, text));
    }

    void completeAction(String by, String text) {
        record(new ActingEvent.ActionCompleted(number, work.round(), by, text));
    }

    void startRound() {
        record(new ActingEvent.RoundStarted(number, work.round() + 1));
    }

    /** Another round begins as it was decided; who decided so in an absent person's place reviews nothing of it. */
    void startDecidedRound() {
        startRound();
        decisions.last().filter(decided -> decided.decidedFor() != null).ifPresent(decided -> tookPart(decided.by()));
    }

    // Reviewing and ending

    /**
     * The reviewer has answered. EFFECTIVE closes the case; the first failure starts a new round, and from the second on
     * somebody must decide whether to go on.
     */
    void reviewEffect(EndingEvent.EffectReviewed reviewed) {
        if (ownership.ownedBy().contains(reviewed.by()) || work.contributedBy().contains(reviewed.by())) {
            throw new IllegalStateException(reviewed.by() + " has worked on " + number + " and may not review it");
        }
        record(reviewed);
        if (reviewed.verdict() == EffectVerdict.EFFECTIVE) {
            close(ClosedAs.EFFECTIVE);
        } else if (!hasFailedAgain()) {
            startRound();
        }
    }

    /** Whether the effect has failed to come at least twice. */
    boolean hasFailedAgain() {
        return reviews.stream()
                        .filter(r -> r.verdict() != EffectVerdict.EFFECTIVE)
                        .count()
                > 1;
    }

    /** Whether this round has ended without the effect, and it is not decided whether there will be another. */
    boolean hasFailedInThisRound() {
        return reviews().stream().anyMatch(r -> r.round() == round() && r.verdict() != EffectVerdict.EFFECTIVE);
    }

    /** Whether the work of this round is done, so that whatever is done next is another round. */
    boolean hasEndedThisRound() {
        return work.completedAt() != null || hasFailedInThisRound();
    }

    /** @param owing whoever owes something on it, and need not any more */
    void withdraw(String by, String reason, Set<String> owing) {
        record(new EndingEvent.Withdrawn(number, by, reason, owing));
        close(ClosedAs.WITHDRAWN);
    }

    /** @param owing whoever owes something on it, and need not any more */
    void mergeInto(Case target, String by, String reason, Set<String> owing) {
        record(new EndingEvent.Merged(number, target.number, by, reason, owing));
        close(ClosedAs.MERGED);
    }

    void close(ClosedAs as) {
        record(new EndingEvent.Closed(number, as, concerned()));
    }

    void acknowledge(String by) {
        record(new EndingEvent.Acknowledged(number, by));
    }

    /** @return the question's id */
    UUID ask(String by, String question, String asked) {
        UUID id = UUID.randomUUID();
        record(new EndingEvent.Questioned(number, id, by, asked, question));
        return id;
    }

    void answer(UUID question, String by, String text) {
        record(new EndingEvent.Answered(number, question, by, text, Set.of(raisedBy)));
    }

    // Talking

    void send(String by, String to, String text) {
        Set<String> tells = to == null ? new HashSet<>(atWork()) : new HashSet<>(Set.of(to));
        if (to == null) {
            tells.add(raisedBy);
        }
        record(new TalkingEvent.MessageSent(number, by, to, text, tells));
    }

    void follow(String person) {
        if (!followers.contains(person)) {
            record(new TalkingEvent.Followed(number, person));
        }
    }

    void unfollow(String person) {
        if (followers.contains(person)) {
            record(new TalkingEvent.Unfollowed(number, person));
        }
    }

    /** Somebody else has come to owe something, and so everybody's rights may be others than those that were read. */
    void changedHands() {
        if (happened.isEmpty()) {
            version++;
        }
    }

    /** An obligation of this kind leads the case from now on. */
    void ledBy(ObligationKind kind) {
        stage = CaseStage.ledBy(kind);
    }

    /** Somebody has decided or acted in an absent person's place, and reviews nothing of it in this round. */
    void tookPart(String person) {
        work.contributed(person);
    }

    /** Somebody owes something on it, and so has to do with it. */
    void owedBy(String person) {
        appointee = null;
        joined(person);
    }

    /** Somebody owes what was asked for beside the main line, whoever was asked first. */
    void owedBy(String person, UUID matter) {
        owedBy(person);
        matter(matter).owedBy(person);
    }

    /** The only door through which a case changes. */
    private void record(CaseEvent event) {
        switch (event) {
            case RaisingEvent raising -> apply(raising);
            case DecidingEvent deciding -> apply(deciding);
            case OwningEvent owning -> apply(owning);
            case ActingEvent acting -> apply(acting);
            case EndingEvent ending -> apply(ending);
            case TalkingEvent talking -> apply(talking);
        }
        if (!isNothingToOthers(event)) {
            version++;
        }
        happened.add(event);
    }

    /** Who follows a case changes nothing that somebody else has read, and must not stand in the way of their command. */
    private static boolean isNothingToOthers(CaseEvent event) {
        return event instanceof TalkingEvent.Followed || event instanceof TalkingEvent.Unfollowed;
    }

    private void apply(RaisingEvent event) {
        switch (event) {
            case RaisingEvent.Demonstration demonstration -> {}
            case RaisingEvent.Raised raised -> apply(raised);
            case RaisingEvent.VoiceAdded added -> voices.add(added.voice(), this, added.given(), added.by(), now);
            case RaisingEvent.VoiceTaken taken -> voices.take(taken.voice(), this, taken.taken());
            case RaisingEvent.SeverityChanged changed -> voices.severity(changed.to());
            case RaisingEvent.OutcomeCorrected corrected -> voices.correct(corrected.voice(), corrected.to());
            case RaisingEvent.ProposalCompleted completed -> {
                proposal = completed.proposal();
                units = List.copyOf(completed.units());
            }
        }
    }

    private void apply(RaisingEvent.Raised raised) {
        raisedBy = raised.raisedBy();
        raisedAt = now;
        reading = raised.reading();
        recurrenceOf = raised.recurrenceOf();
        breach = raised.breach();
        proposal = raised.proposal();
        units = List.copyOf(raised.units());
        voices.severity(raised.given().outcome());
        work.startRound(1);
        stage = CaseStage.DECIDING;
        voices.add(raised.voice(), this, raised.given(), raisedBy, now);
        joined(raisedBy);
    }

    private void apply(DecidingEvent event) {
        switch (event) {
            case DecidingEvent.MandateAsked asked -> decisions.answered(this, asked.answer(), now);
            case DecidingEvent.Decided decided -> apply(decided);
            case DecidingEvent.Appointed appointed -> appointee = appointed.person();
            case DecidingEvent.Referred referred -> {
                begin(referred.matter(), MatterKind.REFERRAL, referred.by())
                        .asking(null, referred.reason(), null)
                        .ended(
                                referred.units() == null ? MatterState.REFUSED : MatterState.GRANTED,
                                referred.by(),
                                null,
                                now);
                if (referred.units() != null) {
                    units = List.copyOf(referred.units());
                }
            }
            case DecidingEvent.Appealed appealed ->
                begin(appealed.matter(), MatterKind.APPEAL, appealed.by()).asking(null, appealed.reason(), null);
            case DecidingEvent.Objected objected -> {
                begin(objected.matter(), MatterKind.OBJECTION, objected.by()).asking(null, objected.reason(), null);
                joined(objected.by());
            }
            case DecidingEvent.RejectionStands stands -> {}
            case DecidingEvent.LedgerRestored restored -> decisions.restore();
        }
    }

    private void apply(DecidingEvent.Decided decided) {
        decisions.decided(this, decided, now);
        joined(decided.by());
        if (decided.matter() != null) {
            MatterState came = came(decided.verdict(), matter(decided.matter()).kind());
            matter(decided.matter()).ended(came, decided.by(), null, now);
        }
        if (decided.proposal() != null) {
            proposal = decided.proposal();
        }
        if (decided.verdict() != Verdict.REJECTED) {
            units = List.copyOf(decided.units());
        }
        if (decided.effectQuestion() != null) {
            effectQuestion = decided.effectQuestion();
        }
        if (decided.expectedEffect() != null) {
            expectedEffect = decided.expectedEffect();
        }
        if (decided.owner() != null) {
            stage = CaseStage.ASSIGNING;
            matters.ownerNamed();
            if (!ownership.isOwnedBy(decided.owner())) {
                matters.cancelOpen(MatterKind.HANDOVER, now);
            }
            ownership.name(decided.owner(), false);
        }
        if (decided.verdict() == Verdict.REJECTED && decided.concerns() != DecisionConcern.AMENDMENT_APPEAL) {
            matters.cancelOpen(now);
        }
    }

    /** An objection is granted by rejecting what it objects to, an appeal by anything else than rejecting it. */
    private static MatterState came(Verdict verdict, MatterKind kind) {
        boolean granted = kind == MatterKind.OBJECTION ? verdict != Verdict.APPROVED : verdict != Verdict.REJECTED;
        return granted ? MatterState.GRANTED : MatterState.REFUSED;
    }

    private void apply(OwningEvent event) {
        switch (event) {
            case OwningEvent.OwnershipAccepted accepted -> {
                ownership.name(accepted.owner(), true);
                joined(accepted.owner());
                stage = CaseStage.ACTING;
            }
            case OwningEvent.OwnershipMoved moved -> {
                ownership.name(moved.to(), moved.accepted());
                joined(moved.to());
            }
            case OwningEvent.OwnershipDeclined declined -> {
                begin(declined.matter(), MatterKind.DECLINE, declined.by())
                        .asking(declined.betterOwner(), declined.reason(), null)
                        .ended(MatterState.GRANTED, declined.by(), null, now);
                ownership.name(declined.betterOwner(), false);
            }
            case OwningEvent.HandoverOffered offered ->
                begin(offered.matter(), MatterKind.HANDOVER, offered.from())
                        .asking(offered.to(), offered.reason(), null);
            case OwningEvent.HandedOver over -> {
                matter(over.matter()).ended(MatterState.GRANTED, over.to(), null, now);
                ownership.name(over.to(), true);
                joined(over.to());
            }
            case OwningEvent.HandoverDeclined declined ->
                matter(declined.matter()).ended(MatterState.REFUSED, declined.by(), declined.reason(), now);
        }
    }

    private void apply(ActingEvent event) {
        switch (event) {
            case ActingEvent.Planned planned -> work.plan(planned.what(), planned.dueOn());
            case ActingEvent.ProgressNoted noted ->
                progress.add(new ProgressNote(UUID.randomUUID(), this, work.round(), noted.text(), noted.by(), now));
            case ActingEvent.ActionCompleted completed -> work.complete(completed.text(), now, voices.count());
            case ActingEvent.RoundStarted started -> work.startRound(started.round());
            case ActingEvent.ContributionAsked asked ->
                begin(asked.matter(), MatterKind.CONTRIBUTION, asked.by())
                        .asking(asked.person(), asked.what(), asked.dueOn());
            case ActingEvent.ContributionDated dated -> matter(dated.matter()).dueOn(dated.dueOn());
            case ActingEvent.ContributionDeclined declined ->
                matter(declined.matter()).passOn(declined.by(), declined.better());
            case ActingEvent.ContributionCompleted completed -> {
                matter(completed.matter()).ended(MatterState.GRANTED, completed.by(), completed.text(), now);
                work.contributed(completed.by());
            }
            case ActingEvent.ContributionCancelled cancelled ->
                matter(cancelled.matter()).ended(MatterState.CANCELLED, cancelled.by(), cancelled.reason(), now);
        }
    }

    private void apply(EndingEvent event) {
        switch (event) {
            case EndingEvent.EffectReviewed reviewed -> {
                reviews.add(new EffectReview(UUID.randomUUID(), this, reviewed, now));
                joined(reviewed.by());
            }
            case EndingEvent.Withdrawn withdrawn -> {}
            case EndingEvent.Merged merged -> mergedInto = merged.into();
            case EndingEvent.Closed closed -> {
                stage = CaseStage.CLOSED;
                closedAs = closed.as();
                closedAt = now;
                matters.cancelOpen(now);
            }
            case EndingEvent.Acknowledged acknowledged -> acknowledgedAt = now;
            case EndingEvent.Questioned questioned ->
                begin(questioned.matter(), MatterKind.QUESTION, questioned.by())
                        .asking(questioned.asked(), questioned.question(), null);
            case EndingEvent.Answered answered ->
                matter(answered.matter()).ended(MatterState.GRANTED, answered.by(), answered.text(), now);
        }
    }

    private void apply(TalkingEvent event) {
        switch (event) {
            case TalkingEvent.MessageSent sent -> {
                messages.add(new CaseMessage(UUID.randomUUID(), this, sent.by(), sent.to(), sent.text(), now));
                messageCount++;
            }
            case TalkingEvent.Followed followed -> followers = with(followers, followed.by());
            case TalkingEvent.Unfollowed unfollowed ->
                followers = followers.stream()
                        .filter(follower -> !follower.equals(unfollowed.by()))
                        .toList();
        }
    }

    private Matter begin(UUID id, MatterKind kind, String by) {
        return matters.begin(id, this, kind, by, now);
    }

    private void joined(String person) {
        if (person != null && !parties.contains(person)) {
            parties = with(parties, person);
        }
    }

    private static List<String> with(Collection<String> people, String person) {
        List<String> all = new ArrayList<>(people);
        all.add(person);
        return all;
    }

    /** What has happened since it was last asked, in order. */
    List<CaseEvent> takeEvents() {
        List<CaseEvent> events = List.copyOf(happened);
        happened.clear();
        return events;
    }

    /** Everybody who raised, decided, owned, contributed, reviewed or followed. */
    private Set<String> concerned() {
        Set<String> people = takingPart();
        people.addAll(followers);
        return people;
    }

    /** Who can explain how it has ended, whoever knows best first; the raiser may be among them. */
    List<String> explainedBy() {
        List<String> people = new ArrayList<>();
        List<Decision> lastFirst = decisions.all().reversed();
        if (closedAs == ClosedAs.REJECTED) {
            lastFirst.stream()
                    .filter(decision -> decision.verdict() == Verdict.REJECTED)
                    .map(Decision::by)
                    .forEach(people::add);
        }
        people.add(ownership.owner());
        reviews().reversed().stream().map(EffectReview::by).forEach(people::add);
        lastFirst.stream().map(Decision::by).forEach(people::add);
        return people;
    }

    /** Whether this person is told how it ends because of what they have done in it, and need not follow it for that. */
    boolean isTakingPart(String person) {
        return takingPart().contains(person);
    }

    private Set<String> takingPart() {
        Set<String> people = new HashSet<>(ownership.ownedBy());
        people.addAll(work.contributedBy());
        people.add(raisedBy);
        people.addAll(decisions.deciders());
        reviews().stream().map(EffectReview::by).forEach(people::add);
        people.addAll(matters.contributed());
        return people;
    }

    /** Those who carry it now: the owner, and whoever is asked to contribute. */
    Set<String> atWork() {
        Set<String> people = new HashSet<>();
        if (ownership.owner() != null) {
            people.add(ownership.owner());
        }
        people.addAll(matters.askedToContribute());
        return people;
    }

    /** What people have had to do with it, as far as it bars them from owing certain things. */
    public Involvement involvement() {
        return new Involvement(raisedBy, Set.copyOf(ownership.ownedBy()), Set.copyOf(work.contributedBy()));
    }

    public String number() {
        return number;
    }

    public String raisedBy() {
        return raisedBy;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    /** Staff's own understanding, apart from the customer's words; null when not written. */
    public String reading() {
        return reading;
    }

    /** The number of the closed case whose matter has come back; null when it is new. */
    public String recurrenceOf() {
        return recurrenceOf;
    }

    /** The promise to customers that was broken, as it was worded when the case was raised; null when none was. */
    public Breach breach() {
        return breach;
    }

    /** Paths of the touched units, the lead unit first. */
    public List<String> units() {
        return units;
    }

    public String leadUnit() {
        return units.getFirst();
    }

    /** Null until somebody has proposed something. */
    public Proposal proposal() {
        return proposal;
    }

    public CaseStage stage() {
        return stage;
    }

    public boolean isOpen() {
        return stage != CaseStage.CLOSED;
    }

    public Outcome severity() {
        return voices.severity();
    }

    /** Whether a voice's words, and all that was written about it, are only for those who have to do with the case. */
    public boolean sensitive() {
        return voices.sensitive();
    }

    public Route route() {
        return decisions.route();
    }

    /** The named or accepted owner; null until it is decided. */
    public String owner() {
        return ownership.owner();
    }

    public boolean ownerAccepted() {
        return ownership.accepted();
    }

    /** Whoever was appointed for the next obligation to open; null when nobody was. */
    String appointee() {
        return appointee;
    }

    /** The turn of acting and reviewing, from 1. */
    public int round() {
        return work.round();
    }

    /** Null means the default question, made of the customer's goal. */
    public String effectQuestion() {
        return effectQuestion;
    }

    public String expectedEffect() {
        return expectedEffect;
    }

    /** What the owner plans to do in this round; null until planned. */
    public String plan() {
        return work.plan();
    }

    /** The day in Stockholm by which the owner plans to be done. */
    public LocalDate plannedOn() {
        return work.plannedOn();
    }

    /** What the owner did in this round; null until completed. */
    public String completion() {
        return work.completion();
    }

    public Instant completedAt() {
        return work.completedAt();
    }

    public ClosedAs closedAs() {
        return closedAs;
    }

    public Instant closedAt() {
        return closedAt;
    }

    /** The number of the case that it goes on as; null unless it was merged. */
    public String mergedInto() {
        return mergedInto;
    }

    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    /** Grows with every change but who follows it. */
    public long version() {
        return version;
    }

    public List<CustomerVoice> voices() {
        return voices.all();
    }

    /** The voices that came after this round's action was completed, and speak of its effect. */
    public List<CustomerVoice> voicesSinceCompletion() {
        return work.voicesAtCompletion() == null ? List.of() : voices.after(work.voicesAtCompletion());
    }

    public List<MandateAnswer> mandates() {
        return decisions.mandates();
    }

    public List<Decision> decisions() {
        return decisions.all();
    }

    public List<EffectReview> reviews() {
        // none before the first round has ended, and the database need not be asked
        return round() == 1 && stage != CaseStage.CLOSED ? List.of() : List.copyOf(reviews);
    }

    public List<ProgressNote> progress() {
        return List.copyOf(progress);
    }

    /** What was begun beside the main line, in order. */
    public List<Matter> matters() {
        return matters.all();
    }

    List<Matter> matters(MatterKind kind) {
        return matters.all(kind);
    }

    /** The open matter of this kind that was begun last. */
    Optional<Matter> openMatter(MatterKind kind) {
        return matters.open(kind);
    }

    /** @throws IllegalArgumentException when there is no such matter */
    Matter matter(UUID id) {
        return matters.get(id);
    }

    public List<CaseMessage> messages() {
        return messageCount == 0 ? List.of() : List.copyOf(messages);
    }

    /** User names of those who want to know how it goes. */
    public List<String> followers() {
        return List.copyOf(followers);
    }

    /**
     * Whether this person and the others concerned may write to each other: the parties, and where nothing is protected
     * also whoever brought a voice.
     */
    public boolean concerns(String person) {
        return parties.contains(person)
                || !sensitive()
                        && voices().stream().anyMatch(voice -> voice.addedBy().equals(person));
    }

    /**
     * User names of everybody who has to do with it: who raised, decided, owned, contributed, reviewed, objected or owed.
     * Who brings a voice to it has not for that reason, and reads nothing that is protected.
     */
    public List<String> parties() {
        return List.copyOf(parties);
    }
}
