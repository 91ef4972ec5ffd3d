package se.mandat.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** The mails that will not arrive unless somebody does something: to whom, about which case and why, and no more. */
@Stateless
@RolesAllowed("steward")
public class DeadLetters {

    @Inject
    PostTables post;

    @Inject
    Clock clock;

    /**
     * A mail that was given up.
     *
     * @param recipient the user name
     * @param cases the numbers of the cases that it is about
     * @param tries how often it was tried
     */
    public record DeadLetter(
            UUID id,
            String recipient,
            List<String> cases,
            Instant writtenAt,
            Instant diedAt,
            MailTrouble why,
            int tries) {}

    /** Where the list goes on: after this mail. */
    public record Position(Instant diedAt, UUID id) {}

    /** @param next null at the end */
    public record Page(List<DeadLetter> items, Position next) {}

    /** How many there are. */
    @RolesAllowed({"steward", "auditor"})
    public long count() {
        return post.countDead();
    }

    /**
     * The latest first.
     *
     * @param after null at the beginning
     */
    @RolesAllowed({"steward", "auditor"})
    public Page list(Position after, int limit) {
        List<DeadLetter> found = post.dead(after, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        DeadLetter last = found.get(limit - 1);
        return new Page(found.subList(0, limit), new Position(last.diedAt(), last.id()));
    }

    /**
     * It is tried again, as often as a new one.
     *
     * @throws MandatException NOT_FOUND when no such mail was given up
     */
    public void tryAgain(UUID id) {
        requireDead(post.revive(id, clock.instant()));
    }

    /** All of them are tried again. */
    public void tryAllAgain() {
        post.reviveAll(clock.instant());
    }

    /**
     * Nothing more is to be done about it: it stands on the list no longer.
     *
     * @throws MandatException NOT_FOUND when no such mail was given up
     */
    public void putAway(UUID id) {
        requireDead(post.putAway(id));
    }

    private static void requireDead(boolean found) {
        if (!found) {
            throw new MandatException(Problem.NOT_FOUND, "problem.not-found");
        }
    }
}
