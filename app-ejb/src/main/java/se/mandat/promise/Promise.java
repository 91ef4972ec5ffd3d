package se.mandat.promise;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/**
 * A public promise to customers, and what follows when it is broken. It is given once and never reworded: who wants to
 * promise something else withdraws it and gives another, so that what a case was a breach of can still be read.
 */
@Entity
@Table(name = "promise")
public class Promise {

    @Id
    private String id;

    @Column(updatable = false)
    private String text;

    @Column(updatable = false)
    private String consequence;

    @Column(name = "unit_path", updatable = false)
    private String unitPath;

    @Column(name = "given_by", updatable = false)
    private String givenBy;

    @Column(name = "given_at", updatable = false)
    private Instant givenAt;

    @Column(name = "withdrawn_by")
    private String withdrawnBy;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Transient
    private final List<PromiseEvent> happened = new ArrayList<>();

    protected Promise() {}

    static Promise give(String id, String text, String consequence, String unitPath, String by, Instant now) {
        Promise given = new Promise();
        given.record(new PromiseEvent.Given(id, text, consequence, unitPath, by), now);
        return given;
    }

    /** @throws MandatException when that was done before */
    void withdraw(String by, Instant now) {
        if (!isInForce()) {
            throw new MandatException(Problem.NOT_NOW, "problem.promise-withdrawn");
        }
        record(new PromiseEvent.Withdrawn(id, by), now);
    }

    /** The only door through which a promise changes. */
    private void record(PromiseEvent event, Instant now) {
        switch (event) {
            case PromiseEvent.Given given -> {
                id = given.subject();
                text = given.text();
                consequence = given.consequence();
                unitPath = given.unit();
                givenBy = given.by();
                givenAt = now;
            }
            case PromiseEvent.Withdrawn withdrawn -> {
                withdrawnBy = withdrawn.by();
                withdrawnAt = now;
            }
        }
        happened.add(event);
    }

    /** What has happened since it was last asked, in order. */
    List<PromiseEvent> takeEvents() {
        List<PromiseEvent> events = List.copyOf(happened);
        happened.clear();
        return events;
    }

    /** That it was broken, as it stands now. */
    Breach broken() {
        return new Breach(id, text, consequence);
    }

    public boolean isInForce() {
        return withdrawnAt == null;
    }

    /** {@code L-7}. */
    public String id() {
        return id;
    }

    /** What customers are promised. */
    public String text() {
        return text;
    }

    /** What a customer gets, or what we do, when it is broken. */
    public String consequence() {
        return consequence;
    }

    /** Path of the unit whose customers are promised; that of the whole organisation promises everybody's. */
    public String unitPath() {
        return unitPath;
    }

    public String givenBy() {
        return givenBy;
    }

    public Instant givenAt() {
        return givenAt;
    }

    /** Null while it is in force. */
    public String withdrawnBy() {
        return withdrawnBy;
    }

    /** Null while it is in force. */
    public Instant withdrawnAt() {
        return withdrawnAt;
    }
}
