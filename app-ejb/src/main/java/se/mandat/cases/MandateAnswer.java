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
import se.mandat.mandate.MandateInputs;
import se.mandat.mandate.MandateRuling;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.organisation.Level;
import se.mandat.shared.Outcome;

/** An answer of the mandate that counted, with all that is needed to ask the same question again. */
@Entity
@Table(name = "mandate_answer")
public class MandateAnswer {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_number", updatable = false)
    private Case of;

    private int position;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private Route route;

    private int rule;

    @Column(name = "reason_sv")
    private String reasonSv;

    @Column(name = "reason_en")
    private String reasonEn;

    @Column(name = "table_id")
    private String table;

    @Column(name = "table_version")
    private int version;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Column(name = "has_proposal")
    private boolean hasProposal;

    private Long cost;

    private Boolean reversible;

    @Column(name = "unit_count")
    private int unitCount;

    @Enumerated(EnumType.STRING)
    private Outcome severity;

    @Column(name = "ledger_left")
    private long ledgerLeft;

    protected MandateAnswer() {}

    MandateAnswer(UUID id, Case of, int position, Mandates.Answer answer, Instant askedAt) {
        MandateRuling ruling = answer.ruling();
        MandateInputs inputs = answer.inputs();
        this.id = id;
        this.of = of;
        this.position = position;
        this.askedAt = askedAt;
        this.route = ruling.route();
        this.rule = ruling.rule();
        this.reasonSv = ruling.reasonSv();
        this.reasonEn = ruling.reasonEn();
        this.table = ruling.table();
        this.version = ruling.version();
        this.level = inputs.level();
        this.hasProposal = inputs.hasProposal();
        this.cost = inputs.cost();
        this.reversible = inputs.reversible();
        this.unitCount = inputs.unitCount();
        this.severity = inputs.severity();
        this.ledgerLeft = inputs.ledgerLeft();
    }

    public Instant askedAt() {
        return askedAt;
    }

    public MandateRuling ruling() {
        return new MandateRuling(route, rule, reasonSv, reasonEn, table, version);
    }

    public MandateInputs inputs() {
        return new MandateInputs(level, hasProposal, cost, reversible, unitCount, severity, ledgerLeft);
    }
}
