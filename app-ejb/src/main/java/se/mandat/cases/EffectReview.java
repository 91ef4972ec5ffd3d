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
import java.util.UUID;

/** The answer to the effect question by somebody who is no doer, with evidence. */
@Entity
@Table(name = "effect_review")
public class EffectReview {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_number", updatable = false)
    private Case of;

    @Column(updatable = false)
    private int round;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private EffectVerdict verdict;

    @Enumerated(EnumType.STRING)
    @Column(name = "evidence_kind", updatable = false)
    private EvidenceKind evidenceKind;

    private String evidence;

    @Column(name = "despite_new_voice", updatable = false)
    private String despiteNewVoice;

    @Column(updatable = false)
    private String learned;

    @Column(name = "reviewed_by", updatable = false)
    private String by;

    @Column(name = "reviewed_at", updatable = false)
    private Instant at;

    protected EffectReview() {}

    EffectReview(UUID id, Case of, EndingEvent.EffectReviewed reviewed, Instant at) {
        this.id = id;
        this.of = of;
        this.round = reviewed.round();
        this.verdict = reviewed.verdict();
        this.evidenceKind = reviewed.evidenceKind();
        this.evidence = reviewed.evidence();
        this.despiteNewVoice = reviewed.despiteNewVoice();
        this.learned = reviewed.learned();
        this.by = reviewed.by();
        this.at = at;
    }

    public int round() {
        return round;
    }

    public EffectVerdict verdict() {
        return verdict;
    }

    public EvidenceKind evidenceKind() {
        return evidenceKind;
    }

    public String evidence() {
        return evidence;
    }

    /** Why a voice that came after the action was completed does not contradict it; null when none came. */
    public String despiteNewVoice() {
        return despiteNewVoice;
    }

    /** What was learned; null when nobody said. */
    public String learned() {
        return learned;
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
