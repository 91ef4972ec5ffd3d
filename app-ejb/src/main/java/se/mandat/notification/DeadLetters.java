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

    /** How many there are. */
    @RolesAllowed({"steward", "auditor"})
    public long count() {
        return post.countDead();
    }

    /** The latest first, at most {@code limit}. */
    @RolesAllowed({"steward", "auditor"})
    public List<DeadLetter> list(int limit) {
        return post.dead(limit);
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
