package se.mandat.organisation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The organisation as this node knows it: kept in memory, so that asking costs nothing. A reading by this node is known
 * here as soon as it has committed, and within it before that; one by another node within a few seconds.
 */
@ApplicationScoped
public class Directory {

    private static final Object WITHIN_READING = new Object();

    @Inject
    private DirectoryTables tables;

    @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    private volatile Known known;

    /** What was known of a version, and when this node last made sure of it. */
    private record Known(DirectoryTables.State state, Organisation organisation, long checkedAt) {}

    Directory() {}

    Directory(DirectoryTables tables, TransactionSynchronizationRegistry transaction) {
        this.tables = tables;
        this.transaction = transaction;
    }

    /**
     * The organisation as last read; empty before the first reading ever. Within the transaction of a reading it is the
     * new one.
     */
    public Organisation now() {
        if (transaction.getTransactionKey() != null
                && transaction.getResource(WITHIN_READING) instanceof Organisation reading) {
            return reading;
        }
        return known().organisation();
    }

    /** Grows whenever anything about the organisation is different, also who is away. */
    public long version() {
        return known().state().version();
    }

    /** When any node last read the identity provider, by the database's own clock; empty before the first time. */
    public Optional<Instant> readAt() {
        return known().state().readAt();
    }

    /** How long ago that was, in real time whatever clock the system follows. It is to stay below 60 seconds. */
    public Optional<Duration> age() {
        Known last = known();
        return last.state().age().map(age -> age.plusNanos(System.nanoTime() - last.checkedAt()));
    }

    /** Makes sure that this node knows of readings by other nodes; one small query when nothing has changed. */
    synchronized void refresh() {
        DirectoryTables.State state = tables.state();
        Known before = known;
        Organisation organisation = before != null && before.state().version() == state.version()
                ? before.organisation()
                : tables.kept().organisation();
        known = new Known(state, organisation, System.nanoTime());
    }

    /** Somebody's absence has been written: as {@link #read}, with what stands in the tables now. */
    void changed(DirectoryTables.State state) {
        read(state, tables.kept().organisation());
    }

    /** From here on this transaction sees {@code read}; everybody else on this node as soon as it has committed. */
    void read(DirectoryTables.State state, Organisation read) {
        transaction.putResource(WITHIN_READING, read);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is published before it stands
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    publish(new Known(state, read, System.nanoTime()));
                }
            }
        });
    }

    private synchronized void publish(Known read) {
        known = read;
    }

    private Known known() {
        Known last = known;
        if (last != null) {
            return last;
        }
        synchronized (this) {
            if (known == null) {
                refresh();
            }
            return known;
        }
    }
}
