package se.mandat.obligation;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.mandat.shared.DomainEvent;
import se.mandat.shared.Facts;

/** What can happen to an obligation; every one of them stands in the history of its case. */
public sealed interface ObligationEvent extends DomainEvent {

    UUID id();

    ObligationKind kind();

    /** Somebody owes something by a time. */
    record Opened(
            String subject,
            UUID id,
            ObligationKind kind,
            String debtor,
            Instant opensAt,
            Instant dueAt,
            Instant remindAt)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.opened.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("debtor", debtor)
                    .with("opensAt", opensAt)
                    .with("dueAt", dueAt)
                    .with("remindAt", remindAt)
                    .asMap();
        }

        @Override
        public Set<String> tells() {
            return Set.of(debtor);
        }
    }

    /** It was met. */
    record Fulfilled(String subject, UUID id, ObligationKind kind, String debtor) implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.fulfilled.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this).with("debtor", debtor).asMap();
        }
    }

    /** It is owed no more, for a recorded cause. */
    record Cancelled(String subject, UUID id, ObligationKind kind, String debtor, Cause cause)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.cancelled.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this).with("debtor", debtor).with("cause", cause).asMap();
        }
    }

    /** Somebody else owes it now. */
    record Transferred(String subject, UUID id, ObligationKind kind, String from, String to, Cause cause, Instant dueAt)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.transferred.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("from", from)
                    .with("to", to)
                    .with("cause", cause)
                    .with("dueAt", dueAt)
                    .asMap();
        }

        @Override
        public Set<String> tells() {
            return Set.of(to);
        }
    }

    /** It is due at another time than before. */
    record Rescheduled(String subject, UUID id, ObligationKind kind, Instant from, Instant to, Instant remindAt)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.rescheduled.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("from", from)
                    .with("to", to)
                    .with("remindAt", remindAt)
                    .asMap();
        }
    }

    /** Why an obligation moved or ended otherwise than by being met. */
    enum Cause {
        /** The debtor is no longer active in the directory, or has become an auditor. */
        LEFT,
        /** Nobody in the line may hold it: somebody must be appointed first. */
        NOBODY_ELIGIBLE
    }

    private static Facts identity(ObligationEvent event) {
        return Facts.of("obligation", event.id()).with("kind", event.kind());
    }
}
