package se.mandat.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static final Instant READ = Instant.parse("2026-11-20T09:00:00Z");

    private final Tables tables = new Tables();
    private final Transaction transaction = new Transaction();
    private final Directory directory = new Directory(tables, transaction);

    @Test
    void beforeTheFirstReadingNobodyIsKnown() {
        assertThat(directory.now().isEmpty()).isTrue();
        assertThat(directory.readAt()).isEmpty();
        assertThat(directory.age()).isEmpty();
    }

    @Test
    void askingForTheOrganisationAsksTheDatabaseOnce() {
        tables.hold(1, "eva");

        directory.now();
        directory.now();
        directory.readAt();

        assertThat(tables.asked).isEqualTo(1);
        assertThat(tables.read).isEqualTo(1);
    }

    @Test
    void aReadingByAnotherNodeIsKnownAfterTheNextLook() {
        tables.hold(1, "eva");
        directory.refresh();
        tables.hold(2, "eva", "per");
        assertThat(directory.now().person("per")).isEmpty();

        directory.refresh();

        assertThat(directory.now().person("per")).isPresent();
        assertThat(directory.readAt()).contains(READ);
    }

    @Test
    void aLookThatFindsTheSameVersionReadsNoRows() {
        tables.hold(1, "eva");
        directory.refresh();
        Organisation before = directory.now();

        directory.refresh();

        assertThat(directory.now()).isSameAs(before);
        assertThat(tables.read).isEqualTo(1);
    }

    @Test
    void withinAReadingItsOwnTransactionAloneSeesTheNewOrganisation() {
        tables.hold(1, "eva");
        directory.refresh();
        transaction.begin();
        directory.read(tables.state(2), organisation("eva", "per"));

        assertThat(directory.now().person("per")).isPresent();
        Map<Object, Object> aside = transaction.suspend();
        assertThat(directory.now().person("per")).isEmpty();
        transaction.resume(aside);

        transaction.end(Status.STATUS_COMMITTED);
        assertThat(directory.now().person("per")).isPresent();
        assertThat(tables.read).isEqualTo(1);
    }

    @Test
    void aReadingThatIsUndoneChangesNothing() {
        tables.hold(1, "eva");
        directory.refresh();
        transaction.begin();
        directory.read(tables.state(2), organisation("eva", "per"));

        transaction.end(Status.STATUS_ROLLEDBACK);

        assertThat(directory.now().person("per")).isEmpty();
    }

    @Test
    void theAgeOfAReadingGrowsByItself() {
        tables.hold(1, "eva");
        directory.refresh();

        assertThat(directory.age().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    private static Organisation organisation(String... usernames) {
        return register(usernames).organisation();
    }

    static Register register(String... usernames) {
        return Register.of(
                List.of(new Unit("nordvik", "Nordvik", null, "eva", null)),
                List.of(usernames).stream()
                        .map(username -> RegisterTest.account(username, true, Set.of(), "nordvik"))
                        .toList(),
                null);
    }

    static final class Tables extends DirectoryTables {

        State state = new State(0, Optional.empty(), Optional.empty());
        Register kept = Register.EMPTY;
        int asked;
        int read;
        boolean gone;

        State state(long version) {
            return new State(version, Optional.of(READ), Optional.of(Duration.ofSeconds(7)));
        }

        void hold(long version, String... usernames) {
            state = state(version);
            kept = register(usernames);
        }

        @Override
        State state() {
            asked++;
            if (gone) {
                throw new TablesUnavailable(new SQLException("gone", "08006"));
            }
            return state;
        }

        @Override
        Register kept() {
            read++;
            return kept;
        }
    }

    static final class Transaction implements TransactionSynchronizationRegistry {

        private Map<Object, Object> resources;
        private final List<Synchronization> synchronizations = new ArrayList<>();

        void begin() {
            resources = new HashMap<>();
        }

        Map<Object, Object> suspend() {
            Map<Object, Object> suspended = resources;
            resources = null;
            return suspended;
        }

        void resume(Map<Object, Object> suspended) {
            resources = suspended;
        }

        void end(int status) {
            resources = null;
            synchronizations.forEach(each -> each.afterCompletion(status));
        }

        @Override
        public Object getTransactionKey() {
            return resources;
        }

        @Override
        public void putResource(Object key, Object value) {
            resources.put(key, value);
        }

        @Override
        public Object getResource(Object key) {
            return resources.get(key);
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            synchronizations.add(synchronization);
        }

        @Override
        public int getTransactionStatus() {
            return resources == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getRollbackOnly() {
            throw new UnsupportedOperationException();
        }
    }
}
