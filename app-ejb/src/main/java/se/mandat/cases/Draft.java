package se.mandat.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import se.mandat.shared.Outcome;

/**
 * A case that somebody has begun to write. Seen by its author only, numbered apart; it becomes a case when submitted and
 * keeps then only which one it became.
 */
@Entity
@Table(name = "draft")
public class Draft {

    @Id
    private String number;

    @Column(updatable = false)
    private String author;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    private String words;

    private String goal;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "occurred_on")
    private LocalDate occurredOn;

    private String channel;

    @Column(name = "wants_reply")
    private Boolean wantsReply;

    private String contact;

    private Boolean sensitive;

    private String reading;

    @Column(name = "recurrence_of")
    private String recurrenceOf;

    private String promise;

    private String proposal;

    private Long cost;

    private Boolean reversible;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> units;

    private String owner;

    @Column(name = "effect_question")
    private String effectQuestion;

    @Column(name = "expected_effect")
    private String expectedEffect;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "contributor_to")
    private List<String> contributors;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "contributor_what")
    private List<String> contributions;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "contributor_due")
    private List<LocalDate> contributionsDue;

    @Column(name = "submitted_as")
    private String submittedAs;

    private long version;

    protected Draft() {}

    Draft(String number, String author, RaiseCase.Command content, Instant now) {
        this.number = number;
        this.author = author;
        this.createdAt = now;
        write(content, now);
    }

    void write(RaiseCase.Command content, Instant now) {
        VoiceGiven voice = content.customerVoice() == null
                ? new VoiceGiven(null, null, null, null, null, null, null, null)
                : content.customerVoice();
        words = voice.words();
        goal = voice.goal();
        outcome = voice.outcome();
        occurredOn = voice.occurredOn();
        channel = voice.channel();
        wantsReply = voice.wantsReply();
        contact = voice.contact();
        sensitive = voice.sensitive();
        recurrenceOf = content.recurrenceOf();
        promise = RaiseCase.blankToNull(content.promise());
        reading = content.reading();
        write(content.proposal());
        DecisionGiven decision = content.decision() == null ? DecisionGiven.DEFAULT : content.decision();
        owner = decision.owner();
        effectQuestion = decision.effectQuestion();
        expectedEffect = decision.expectedEffect();
        write(decision.contributors() == null ? List.of() : decision.contributors());
        changedAt = now;
        version++;
    }

    private void write(ProposalGiven given) {
        proposal = given == null ? null : given.text();
        cost = given == null ? null : given.cost();
        reversible = given == null ? null : given.reversible();
        units = given == null ? null : given.units();
    }

    private void write(List<ContributorGiven> given) {
        contributors = given.stream().map(ContributorGiven::to).toList();
        contributions = given.stream().map(ContributorGiven::what).toList();
        contributionsDue = given.stream().map(ContributorGiven::dueOn).toList();
    }

    private List<ContributorGiven> contributors() {
        return IntStream.range(0, contributors == null ? 0 : contributors.size())
                .mapToObj(i -> new ContributorGiven(contributors.get(i), contributions.get(i), contributionsDue.get(i)))
                .toList();
    }

    /** It has become a case; what was written stands there and no longer here. */
    void submittedAs(String caseNumber, Instant now) {
        write(new RaiseCase.Command(null, null, null, null, null, null, null), now);
        submittedAs = caseNumber;
    }

    /** What has been written so far; what has not is null. */
    public RaiseCase.Command content() {
        boolean proposes = proposal != null || cost != null || reversible != null || units != null;
        List<ContributorGiven> asked = contributors();
        boolean decides = owner != null || effectQuestion != null || expectedEffect != null || !asked.isEmpty();
        return new RaiseCase.Command(
                new VoiceGiven(words, goal, outcome, occurredOn, channel, wantsReply, contact, sensitive),
                reading,
                proposes ? new ProposalGiven(proposal, cost, reversible, units) : null,
                decides
                        ? new DecisionGiven(owner, effectQuestion, expectedEffect, asked.isEmpty() ? null : asked)
                        : null,
                null,
                recurrenceOf,
                promise);
    }

    public String number() {
        return number;
    }

    public String author() {
        return author;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** The case it became; null while it is a draft. */
    public String submittedAs() {
        return submittedAs;
    }

    public long version() {
        return version;
    }
}
