package se.mandat.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What the raiser wants to change.
 *
 * <p>Which units it touches stands on the case, since a case without a proposal touches one too.
 */
@Embeddable
public class Proposal {

    @Column(name = "proposal")
    private String text;

    @Column(name = "cost")
    private Long cost;

    @Column(name = "reversible")
    private Boolean reversible;

    protected Proposal() {}

    Proposal(String text, Long cost, Boolean reversible) {
        this.text = text;
        this.cost = cost;
        this.reversible = reversible;
    }

    public String text() {
        return text;
    }

    /** Whole kronor; null when unknown. */
    public Long cost() {
        return cost;
    }

    /** Whether it can be undone; null when unknown. */
    public Boolean reversible() {
        return reversible;
    }
}
