package se.mandat.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.mandat.shared.Facts;

/** Who is accountable for a case. */
public sealed interface OwningEvent extends CaseEvent {

    /** The named owner is now accountable. */
    record OwnershipAccepted(String subject, String owner) implements OwningEvent {
        @Override
        public String type() {
            return "case.ownership-accepted.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("owner", owner);
        }
    }

    /** What the owner owed has moved, and the ownership with it. */
    record OwnershipMoved(String subject, String from, String to, boolean accepted) implements OwningEvent {
        @Override
        public String type() {
            return "case.ownership-moved.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("from", from, "to", to, "accepted", accepted);
        }
    }

    /** The one who was asked named a better owner. */
    record OwnershipDeclined(
            String subject, UUID matter, String by, String betterOwner, String reason, Set<String> tells)
            implements OwningEvent {
        @Override
        public String type() {
            return "case.ownership-declined.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("by", by).with("betterOwner", betterOwner).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }
    }

    /** The owner asks somebody to take over, and stays owner until they accept. */
    record HandoverOffered(String subject, UUID matter, String from, String to, String reason) implements OwningEvent {
        @Override
        public String type() {
            return "case.handover-offered.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("from", from).with("to", to).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }
    }

    /** The case has another owner, as both have agreed. */
    record HandedOver(String subject, UUID matter, String from, String to, Set<String> tells) implements OwningEvent {
        @Override
        public String type() {
            return "case.handed-over.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("from", from).with("to", to).asMap();
        }
    }

    /** The owner stays owner. */
    record HandoverDeclined(
            String subject,
            UUID matter,
            String by,
            String betterOwner,
            String reason,
            boolean lapsed,
            Set<String> tells)
            implements OwningEvent {
        @Override
        public String type() {
            return "case.handover-declined.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts()
                    .with("by", by)
                    .with("betterOwner", betterOwner)
                    .with("lapsed", lapsed ? true : null)
                    .asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("reason", reason);
        }
    }
}
