package se.mandat.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.mandat.shared.Facts;

/** What those concerned say to each other, and who wants to know how a case goes. */
public sealed interface TalkingEvent extends CaseEvent {

    /** Somebody concerned wrote to the others. */
    record MessageSent(String subject, String by, String to, String text, Set<String> tells) implements TalkingEvent {
        @Override
        public String type() {
            return "case.message-sent.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return new Facts().with("by", by).with("to", to).asMap();
        }

        @Override
        public List<FreeText> texts() {
            return Facts.texts("text", text);
        }
    }

    /** Somebody wants to know how it goes. */
    record Followed(String subject, String by) implements TalkingEvent {
        @Override
        public String type() {
            return "case.followed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("by", by);
        }
    }

    /** Somebody has seen enough. */
    record Unfollowed(String subject, String by) implements TalkingEvent {
        @Override
        public String type() {
            return "case.unfollowed.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("by", by);
        }
    }
}
