package se.mandat.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * How far the chain of a subject has come. Whoever appends holds its row until the end of the transaction; the database
 * moves it with each entry.
 */
@Entity
@Immutable
@Table(name = "history_head")
public class HistoryHead {

    @Id
    private String subject;

    private int seq;

    @Column(nullable = false)
    private String hash;

    protected HistoryHead() {}

    Head head() {
        return new Head(seq, hash);
    }
}
