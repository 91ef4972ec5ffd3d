package se.mandat.web.organisation;

import java.time.Instant;
import java.util.List;

/**
 * The units and those who work there.
 *
 * @param problems what the directory says that cannot be right; empty for readers who are no stewards
 * @param readAt when the directory was last read, or null
 */
public record OrganisationView(UnitNode root, List<Trouble> problems, Instant readAt) {

    public record UnitNode(
            String path, String name, Member manager, List<Member> members, String onCall, List<UnitNode> units) {}

    /** @param level {@code MANAGER}, {@code FRONTLINE} or {@code STAFF} */
    public record Member(String username, String name, String level, List<String> roles, boolean active) {}

    /**
     * @param kind the last part of the message key {@code directory.…}
     * @param passedBy how many open decisions have gone past a unit without a manager; zero for every other trouble
     */
    public record Trouble(String kind, String about, int passedBy) {}
}
