package se.mandat.promise;

import java.util.List;
import java.util.Map;
import se.mandat.shared.DomainEvent;
import se.mandat.shared.Facts;

/** What can happen to a promise; it has a history of its own. */
public sealed interface PromiseEvent extends DomainEvent {

    /**
     * A steward has given it.
     *
     * @param unit the path of the unit whose customers are promised
     */
    record Given(String subject, String text, String consequence, String unit, String by) implements PromiseEvent {
        @Override
        public String type() {
            return "promise.given.v1";
        }

        @Override
        public boolean begins() {
            return true;
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("unit", unit).with("by", by).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("text", text, "consequence", consequence);
        }
    }

    /** It is promised no longer; what broke it before still did. */
    record Withdrawn(String subject, String by) implements PromiseEvent {
        @Override
        public String type() {
            return "promise.withdrawn.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("by", by).asMap();
        }
    }
}
