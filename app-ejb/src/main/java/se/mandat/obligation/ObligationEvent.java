package se.mandat.obligation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.mandat.shared.DomainEvent;
import se.mandat.shared.Facts;

/** What can happen to an obligation; every one of them stands in the history of its case. */
public sealed interface ObligationEvent extends DomainEvent {

    UUID id();

    ObligationKind kind();

    /** Whether it makes what somebody has read of it old; being reminded or told of changes nothing that is owed. */
    default boolean changes() {
        return true;
    }

    /**
     * Somebody owes something by a time.
     *
     * @param onBehalfOf the absent person in whose place they owe it; null for their own
     */
    record Opened(
            String subject,
            UUID id,
            ObligationKind kind,
            DecisionConcern concerns,
            String debtor,
            String onBehalfOf,
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
                    .with("concerns", concerns)
                    .with("debtor", debtor)
                    .with("onBehalfOf", onBehalfOf)
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

    /** Silence had its price: it was not met in time, and what the table says happens. */
    record Lapsed(String subject, UUID id, ObligationKind kind, String debtor) implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.lapsed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this).with("debtor", debtor).asMap();
        }

        @Override
        public Set<String> tells() {
            return Set.of(debtor);
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

    /**
     * Somebody else owes it now.
     *
     * @param onBehalfOf the absent person in whose place {@code to} owes it from now on; null for their own
     * @param heldFor the absent person in whose place {@code from} owed it; null for their own
     * @param reason what a person wrote; null where nobody did
     */
    record Transferred(
            String subject,
            UUID id,
            ObligationKind kind,
            String from,
            String to,
            String onBehalfOf,
            String heldFor,
            Cause cause,
            Instant dueAt,
            String reason)
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
                    .with("onBehalfOf", onBehalfOf)
                    .with("heldFor", heldFor)
                    .with("cause", cause)
                    .with("dueAt", dueAt)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
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

    /** The debtor was reminded. */
    record Reminded(String subject, UUID id, ObligationKind kind, String debtor, Instant plannedAt, Instant dueAt)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.reminded.v1";
        }

        @Override
        public boolean changes() {
            return false;
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("debtor", debtor)
                    .with("plannedAt", plannedAt)
                    .with("dueAt", dueAt)
                    .asMap();
        }

        @Override
        public Set<String> tells() {
            return Set.of(debtor);
        }
    }

    /**
     * It is overdue and has climbed a rung: whoever is above was told, or it moved to them.
     *
     * @param to the debtor themself where nobody is above
     */
    record Escalated(
            String subject,
            UUID id,
            ObligationKind kind,
            int rung,
            String from,
            String to,
            Instant plannedAt,
            Set<String> tells)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.escalated.v1";
        }

        @Override
        public boolean changes() {
            return false;
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("rung", rung)
                    .with("from", from)
                    .with("to", to)
                    .with("plannedAt", plannedAt)
                    .asMap();
        }
    }

    /** It is still broken, and nobody is above its debtor. */
    record ToldAgain(String subject, UUID id, ObligationKind kind, String debtor, Instant plannedAt, Instant dueAt)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.told-again.v1";
        }

        @Override
        public boolean changes() {
            return false;
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("debtor", debtor)
                    .with("plannedAt", plannedAt)
                    .with("dueAt", dueAt)
                    .asMap();
        }

        @Override
        public Set<String> tells() {
            return Set.of(debtor);
        }
    }

    /** The latest it can ever be due is nearer than before, since the case has become more severe. */
    record CeilingLowered(String subject, UUID id, ObligationKind kind, Instant from, Instant to)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.ceiling-lowered.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this).with("from", from).with("to", to).asMap();
        }
    }

    /**
     * The debtor asks for more time; the clock goes on meanwhile.
     *
     * @param askedInPlaceOf the absent manager in whose place {@code asked} answers; null for the manager themself
     */
    record ExtensionAsked(
            String subject,
            UUID id,
            ObligationKind kind,
            UUID extension,
            String debtor,
            Instant from,
            Instant to,
            String asked,
            String askedInPlaceOf,
            String reason)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.extension-asked.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("extension", extension)
                    .with("debtor", debtor)
                    .with("dueAt", from)
                    .with("askedFor", to)
                    .with("asked", asked)
                    .with("askedInPlaceOf", askedInPlaceOf)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }

        @Override
        public Set<String> tells() {
            return Set.of(asked);
        }
    }

    /** The debtor has more time. */
    record Extended(
            String subject,
            UUID id,
            ObligationKind kind,
            UUID extension,
            String debtor,
            Instant from,
            Instant to,
            Instant remindAt,
            Instant ceilingAt,
            String reason)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.extended.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("extension", extension)
                    .with("debtor", debtor)
                    .with("before", from)
                    .with("dueAt", to)
                    .with("remindAt", remindAt)
                    .with("ceilingAt", ceilingAt)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }

        @Override
        public Set<String> tells() {
            return Set.of(debtor);
        }
    }

    /** The debtor gets no more time. */
    record ExtensionRefused(
            String subject, UUID id, ObligationKind kind, UUID extension, String debtor, Instant dueAt, String reason)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.extension-refused.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("extension", extension)
                    .with("debtor", debtor)
                    .with("dueAt", dueAt)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }

        @Override
        public Set<String> tells() {
            return Set.of(debtor);
        }
    }

    /** Nobody had answered the question for more time when the debt ended or moved. */
    record ExtensionDropped(String subject, UUID id, ObligationKind kind, UUID extension, String debtor)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.extension-dropped.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("extension", extension)
                    .with("debtor", debtor)
                    .asMap();
        }
    }

    /** The clock stands still, for a cause outside the organisation. */
    record Paused(
            String subject,
            UUID id,
            ObligationKind kind,
            String debtor,
            Instant until,
            Instant from,
            Instant dueAt,
            String reason)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.paused.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("debtor", debtor)
                    .with("until", until)
                    .with("before", from)
                    .with("dueAt", dueAt)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }

        @Override
        public Set<String> tells() {
            return Set.of(debtor);
        }
    }

    /** The clock goes on, with the working time that was left. */
    record Resumed(
            String subject,
            UUID id,
            ObligationKind kind,
            String debtor,
            Instant plannedAt,
            Instant dueAt,
            Instant remindAt)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.resumed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("debtor", debtor)
                    .with("plannedAt", plannedAt)
                    .with("dueAt", dueAt)
                    .with("remindAt", remindAt)
                    .asMap();
        }

        @Override
        public Set<String> tells() {
            return Set.of(debtor);
        }
    }

    /** A closing day has come or gone, so that it is due at another time. */
    record Recomputed(
            String subject,
            UUID id,
            ObligationKind kind,
            String debtor,
            Instant from,
            Instant opensAt,
            Instant dueAt,
            Instant remindAt,
            Instant ceilingAt)
            implements ObligationEvent {
        @Override
        public String type() {
            return "obligation.recomputed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return identity(this)
                    .with("debtor", debtor)
                    .with("before", from)
                    .with("opensAt", opensAt)
                    .with("dueAt", dueAt)
                    .with("remindAt", remindAt)
                    .with("ceilingAt", ceilingAt)
                    .asMap();
        }
    }

    /** Why an obligation moved or ended otherwise than by being met. */
    enum Cause {
        /** The debtor was silent beyond the due time and the grace. */
        SILENT,
        /** The debtor is no longer active in the directory, or has become an auditor. */
        LEFT,
        /** Whoever owes it is away: somebody stands in for them. */
        ABSENT,
        /** Whoever owes it is back. */
        RETURNED,
        /** Nobody in the line may hold it: somebody must be appointed first. */
        NOBODY_ELIGIBLE,
        /** The debtor referred the decision to whom it belongs. */
        REFERRED,
        /** The raiser completed the proposal, and the mandate answered otherwise. */
        PROPOSAL_COMPLETED,
        /** The debtor named somebody better. */
        DECLINED,
        /** The case has a new owner. */
        HANDED_OVER,
        /** It was decided that somebody else shall own the case. */
        OWNER_NAMED,
        /** The reviewer has become owner, and nobody reviews what they did. */
        REVIEWER_OWNS,
        /** The reviewer has decided about it in an absent person's place, and nobody reviews what they did. */
        REVIEWER_DECIDED,
        /** The owner needs it no more. */
        NOT_NEEDED,
        /** The decision that it followed from was overturned. */
        OVERTURNED,
        /** The raiser withdrew the case. */
        WITHDRAWN,
        /** The case goes on as another. */
        MERGED,
        /** The case has ended. */
        CLOSED
    }

    private static Facts identity(ObligationEvent event) {
        return Facts.of("obligation", event.id()).with("kind", event.kind());
    }
}
