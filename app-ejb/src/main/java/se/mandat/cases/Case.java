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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.ObligationKind;
import se.mandat.shared.Outcome;

/**
 * An improvement case: one thing to be made better for customers.
 *
 * <p>It begins with a customer's words and travels DECIDING → ASSIGNING → ACTING → REVIEWING → CLOSED. A decision within
 * the mandate skips the first stage, an owner who has accepted the second; a review that finds no effect starts a new
 * round of ACTING. It closes as EFFECTIVE only when somebody who neither owned it nor contributed has seen the effect.
 *
 * <p>While it is open somebody always owes the next step: the leading obligation, whose stage the case shows.
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

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> units;

    @Embedded
    private Proposal proposal;

    @Enumerated(EnumType.STRING)
    private CaseStage stage;

    @Enumerated(EnumType.STRING)
    private Outcome severity;

    @Enumerated(EnumType.STRING)
    private Route route;

    private String owner;

    @Column(name = "owner_accepted")
    private boolean ownerAccepted;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "owned_by")
    private List<String> ownedBy;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "contributed_by")
    private List<String> contributedBy;

    private String appointee;

    private int round;

    @Column(name = "effect_question")
    private String effectQuestion;

    @Column(name = "expected_effect")
    private String expectedEffect;

    @Column(name = "plan")
    private String plan;

    @Column(name = "planned_on")
    private LocalDate plannedOn;

    @Column(name = "completion")
    private String completion;

    @Column(name = "completed_at")
    private Instant completedAt;

    @Column(name = "review_from")
    private Instant reviewFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_as")
    private ClosedAs closedAs;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    private long version;

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<CustomerVoice> voices = new ArrayList<>();

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<MandateAnswer> mandates = new ArrayList<>();

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Decision> decisions = new ArrayList<>();

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("at")
    private List<EffectReview> reviews = new ArrayList<>();

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("at")
    private List<ProgressNote> progress = new ArrayList<>();

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
            Mandates.Answer answer,
            boolean demonstration,
            Instant now) {
        Case raised = new Case();
        raised.number = number;
        raised.at(now);
        if (demonstration) {
            raised.record(new CaseEvent.Demonstration(number));
        }
        raised.record(new CaseEvent.Raised(number, raiser, UUID.randomUUID(), voice, reading, proposal, units));
        raised.record(new CaseEvent.MandateAsked(number, answer));
        return raised;
    }

    /** The time of what happens next. */
    Case at(Instant time) {
        now = time;
        return this;
    }

    /** The table was asked again, for another proposal. */
    void askedAgain(Mandates.Answer answer) {
        record(new CaseEvent.MandateAsked(number, answer));
    }

    /** It is decided; whoever decides and is named owner, has accepted. */
    void decide(CaseEvent.Decided decided) {
        record(decided);
        if (decided.owner().equals(decided.by())) {
            acceptOwnership();
        }
    }

    void appoint(ObligationKind kind, String person, String by) {
        record(new CaseEvent.Appointed(number, kind, person, by));
    }

    void acceptOwnership() {
        record(new CaseEvent.OwnershipAccepted(number, owner));
    }

    /** What the owner owes has moved to somebody else. */
    void moveOwnership(String to, boolean accepted) {
        if (!to.equals(owner) || accepted != ownerAccepted) {
            record(new CaseEvent.OwnershipMoved(number, owner, to, accepted));
        }
    }

    void plan(String what, LocalDate dueOn, Instant dueAt) {
        record(new CaseEvent.Planned(number, round, what, dueOn, dueAt));
    }

    void noteProgress(String by, String text) {
        record(new CaseEvent.ProgressNoted(number, round, by, text));
    }

    void completeAction(String by, String text, Instant reviewFrom) {
        record(new CaseEvent.ActionCompleted(number, round, by, text, reviewFrom));
    }

    /** The reviewer has answered; EFFECTIVE closes the case, everything else starts a new round. */
    void reviewEffect(String by, EffectVerdict verdict, EvidenceKind kind, String evidence) {
        if (ownedBy.contains(by) || contributedBy.contains(by)) {
            throw new IllegalStateException(by + " has worked on " + number + " and may not review it");
        }
        record(new CaseEvent.EffectReviewed(number, round, by, verdict, kind, evidence));
        if (verdict == EffectVerdict.EFFECTIVE) {
            record(new CaseEvent.Closed(number, ClosedAs.EFFECTIVE, concerned()));
        } else {
            record(new CaseEvent.RoundStarted(number, round + 1));
        }
    }

    void acknowledge(String by) {
        record(new CaseEvent.Acknowledged(number, by));
    }

    /** An obligation of this kind leads the case from now on. */
    void ledBy(ObligationKind kind) {
        stage = CaseStage.ledBy(kind);
        appointee = null;
    }

    /** The only door through which a case changes. */
    private void record(CaseEvent event) {
        switch (event) {
            case CaseEvent.Demonstration demonstration -> {}
            case CaseEvent.Raised raised -> apply(raised);
            case CaseEvent.MandateAsked asked -> {
                route = asked.answer().route();
                mandates.add(new MandateAnswer(UUID.randomUUID(), this, mandates.size(), asked.answer(), now));
            }
            case CaseEvent.Decided decided -> apply(decided);
            case CaseEvent.Appointed appointed -> appointee = appointed.person();
            case CaseEvent.OwnershipAccepted accepted -> {
                own(accepted.owner(), true);
                stage = CaseStage.ACTING;
            }
            case CaseEvent.OwnershipMoved moved -> own(moved.to(), moved.accepted());
            case CaseEvent.Planned planned -> {
                plan = planned.what();
                plannedOn = planned.dueOn();
            }
            case CaseEvent.ProgressNoted noted ->
                progress.add(new ProgressNote(UUID.randomUUID(), this, round, noted.text(), noted.by(), now));
            case CaseEvent.ActionCompleted completed -> {
                completion = completed.text();
                completedAt = now;
                reviewFrom = completed.reviewFrom();
            }
            case CaseEvent.EffectReviewed reviewed ->
                reviews.add(new EffectReview(UUID.randomUUID(), this, reviewed, now));
            case CaseEvent.RoundStarted started -> startRound(started.round());
            case CaseEvent.Closed closed -> {
                stage = CaseStage.CLOSED;
                closedAs = closed.as();
                closedAt = now;
            }
            case CaseEvent.Acknowledged acknowledged -> acknowledgedAt = now;
        }
        version++;
        happened.add(event);
    }

    private void apply(CaseEvent.Raised raised) {
        raisedBy = raised.raisedBy();
        raisedAt = now;
        reading = raised.reading();
        proposal = raised.proposal();
        units = List.copyOf(raised.units());
        severity = raised.given().outcome();
        ownedBy = List.of();
        contributedBy = List.of();
        round = 1;
        stage = CaseStage.DECIDING;
        voices.add(new CustomerVoice(raised.voice(), this, voices.size(), raised.given(), raisedBy, now));
    }

    private void apply(CaseEvent.Decided decided) {
        decisions.add(new Decision(UUID.randomUUID(), this, decisions.size(), decided, now));
        if (decided.proposal() != null) {
            proposal = decided.proposal();
            units = List.copyOf(decided.units());
        }
        stage = CaseStage.ASSIGNING;
        owner = decided.owner();
        ownerAccepted = false;
        effectQuestion = decided.effectQuestion();
        expectedEffect = decided.expectedEffect();
    }

    private void own(String person, boolean accepted) {
        owner = person;
        ownerAccepted = accepted;
        if (accepted && !ownedBy.contains(person)) {
            List<String> owners = new ArrayList<>(ownedBy);
            owners.add(person);
            ownedBy = owners;
        }
    }

    private void startRound(int next) {
        round = next;
        contributedBy = List.of();
        plan = null;
        plannedOn = null;
        completion = null;
        completedAt = null;
        reviewFrom = null;
    }

    /** What has happened since it was last asked, in order. */
    List<CaseEvent> takeEvents() {
        List<CaseEvent> events = List.copyOf(happened);
        happened.clear();
        return events;
    }

    /** Everybody who raised, decided, owned, contributed or reviewed. */
    private Set<String> concerned() {
        Set<String> people = new HashSet<>(ownedBy);
        people.addAll(contributedBy);
        people.add(raisedBy);
        decisions.stream().map(Decision::by).filter(by -> by != null).forEach(people::add);
        reviews.stream().map(EffectReview::by).forEach(people::add);
        return people;
    }

    /** What people have had to do with it, as far as it bars them from owing certain things. */
    public Involvement involvement() {
        return new Involvement(raisedBy, Set.copyOf(ownedBy), Set.copyOf(contributedBy));
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

    public Outcome severity() {
        return severity;
    }

    public Route route() {
        return route;
    }

    /** The named or accepted owner; null until it is decided. */
    public String owner() {
        return owner;
    }

    public boolean ownerAccepted() {
        return ownerAccepted;
    }

    /** Whoever was appointed for the next obligation to open; null when nobody was. */
    String appointee() {
        return appointee;
    }

    /** The turn of acting and reviewing, from 1. */
    public int round() {
        return round;
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
        return plan;
    }

    /** The day in Stockholm by which the owner plans to be done. */
    public LocalDate plannedOn() {
        return plannedOn;
    }

    /** What the owner did in this round; null until completed. */
    public String completion() {
        return completion;
    }

    public Instant completedAt() {
        return completedAt;
    }

    /** From when the effect of this round can be reviewed in full. */
    public Instant reviewFrom() {
        return reviewFrom;
    }

    public ClosedAs closedAs() {
        return closedAs;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    public List<CustomerVoice> voices() {
        return List.copyOf(voices);
    }

    public List<MandateAnswer> mandates() {
        return List.copyOf(mandates);
    }

    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    public List<EffectReview> reviews() {
        // none before the first round has ended, and the database need not be asked
        return round == 1 && stage != CaseStage.CLOSED ? List.of() : List.copyOf(reviews);
    }

    public List<ProgressNote> progress() {
        return List.copyOf(progress);
    }
}
