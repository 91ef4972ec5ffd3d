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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;

/** A decision about a case, with a reason that the customer can be told. */
@Entity
@Table(name = "decision")
public class Decision {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_number", updatable = false)
    private Case of;

    @Column(updatable = false)
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Verdict verdict;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Route route;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private DecisionConcern concerns;

    private String reason;

    @Column(name = "decided_by", updatable = false)
    private String by;

    @Column(name = "decided_for", updatable = false)
    private String decidedFor;

    @Column(name = "decided_at", updatable = false)
    private Instant at;

    @Column(updatable = false)
    private boolean lapsed;

    @Column(updatable = false)
    private long charged;

    private boolean restored;

    @Column(name = "replaced_proposal", updatable = false)
    private String replacedProposal;

    @Column(name = "replaced_cost", updatable = false)
    private Long replacedCost;

    @Column(name = "replaced_reversible", updatable = false)
    private Boolean replacedReversible;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "replaced_units", updatable = false)
    private List<String> replacedUnits;

    protected Decision() {}

    Decision(UUID id, Case of, int position, DecidingEvent.Decided decided, Instant at) {
        this.id = id;
        this.of = of;
        this.position = position;
        this.verdict = decided.verdict();
        this.route = decided.route();
        this.reason = decided.reason();
        this.by = decided.by();
        this.decidedFor = decided.onBehalfOf();
        this.at = at;
        this.charged = decided.charged();
        this.concerns = decided.concerns();
        this.lapsed = decided.by() == null;
        if (decided.proposal() != null && of.proposal() != null) {
            replacedProposal = of.proposal().text();
            replacedCost = of.proposal().cost();
            replacedReversible = of.proposal().reversible();
            replacedUnits = of.units();
        }
    }

    void restore() {
        restored = true;
    }

    public DecisionConcern concerns() {
        return concerns;
    }

    /** The proposal that this decision replaced; null when it replaced none. */
    Proposal replaced() {
        return replacedProposal == null ? null : new Proposal(replacedProposal, replacedCost, replacedReversible);
    }

    /** What the replaced proposal touched. */
    List<String> replacedUnits() {
        return replacedUnits;
    }

    /** Whether the decider's ledger has got back what was charged. */
    public boolean restored() {
        return restored;
    }

    public Verdict verdict() {
        return verdict;
    }

    public Route route() {
        return route;
    }

    /** Null when the raiser decided within the mandate: then the mandate's rule is the reason. */
    public String reason() {
        return reason;
    }

    /** User name; null when the proposal stands since nobody decided in time. */
    public String by() {
        return by;
    }

    /** The absent decider in whose place it was decided; null for the decider's own. */
    public String decidedFor() {
        return decidedFor;
    }

    /** User name of whoever's decision it was: the absent one, or else whoever decided; null when nobody did. */
    String whose() {
        return decidedFor == null ? by : decidedFor;
    }

    public Instant at() {
        return at;
    }

    /** Whether the right to decide was lost by silence. */
    public boolean lapsed() {
        return lapsed;
    }

    /** Whole kronor taken from the decider's ledger. */
    public long charged() {
        return charged;
    }
}
