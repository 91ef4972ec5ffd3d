package se.mandat.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import se.mandat.shared.Outcome;

/** A customer's words, verbatim and locked, what the customer wanted to reach, and how it went. */
@Entity
@Table(name = "customer_voice")
public class CustomerVoice {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_number", updatable = false)
    private Case of;

    @Column(updatable = false)
    private int position;

    private String words;

    private String goal;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "occurred_on")
    private LocalDate occurredOn;

    private String channel;

    @Column(name = "wants_reply")
    private boolean wantsReply;

    @Column(name = "has_contact")
    private boolean hasContact;

    private boolean sensitive;

    @Column(name = "merged_from", updatable = false)
    private String mergedFrom;

    @Column(name = "added_by", updatable = false)
    private String addedBy;

    @Column(name = "added_at", updatable = false)
    private Instant addedAt;

    protected CustomerVoice() {}

    CustomerVoice(UUID id, Case of, int position, VoiceGiven given, String addedBy, Instant addedAt) {
        this.id = id;
        this.of = of;
        this.position = position;
        this.words = given.words();
        this.goal = given.goal();
        this.outcome = given.outcome();
        this.occurredOn = given.occurredOn();
        this.channel = given.channel();
        this.wantsReply = Boolean.TRUE.equals(given.wantsReply());
        this.hasContact = given.hasContact();
        this.sensitive = given.isSensitive();
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    /** A voice of another case that was merged into {@code of}: the same words, by the same person, at the same time. */
    CustomerVoice(UUID id, Case of, int position, CustomerVoice taken) {
        this.id = id;
        this.of = of;
        this.position = position;
        this.words = taken.words;
        this.goal = taken.goal;
        this.outcome = taken.outcome;
        this.occurredOn = taken.occurredOn;
        this.channel = taken.channel;
        this.wantsReply = taken.wantsReply;
        this.hasContact = taken.hasContact;
        this.sensitive = taken.sensitive;
        this.mergedFrom = taken.caseNumber();
        this.addedBy = taken.addedBy;
        this.addedAt = taken.addedAt;
    }

    void correct(Outcome corrected) {
        outcome = corrected;
    }

    /** What was written down, but for the contact details, which stand apart. */
    VoiceGiven given() {
        return new VoiceGiven(words, goal, outcome, occurredOn, channel, wantsReply, null, sensitive);
    }

    String caseNumber() {
        return of.number();
    }

    public UUID id() {
        return id;
    }

    public String words() {
        return words;
    }

    public String goal() {
        return goal;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The day in Stockholm on which it happened; null when not told. */
    public LocalDate occurredOn() {
        return occurredOn;
    }

    public String channel() {
        return channel;
    }

    public boolean wantsReply() {
        return wantsReply;
    }

    /** Whether there are contact details; reading them is a call of its own. */
    public boolean hasContact() {
        return hasContact;
    }

    /** Whether only those who have to do with the case may read the words. */
    public boolean sensitive() {
        return sensitive;
    }

    /** The number of the case that was merged into this one and had this voice; null for a voice of its own. */
    public String mergedFrom() {
        return mergedFrom;
    }

    public String addedBy() {
        return addedBy;
    }

    public Instant addedAt() {
        return addedAt;
    }
}
