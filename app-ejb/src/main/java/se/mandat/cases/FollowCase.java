package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Somebody wants to know how a case goes, or has seen enough. Doing it twice changes nothing. */
@Stateless
public class FollowCase {

    @Inject
    private CaseDesk desk;

    /** @param follow false stops following */
    public record Command(String caseNumber, boolean follow) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), ReadVersion.ANY, Right.FOLLOWING, command);
        if (command.follow()) {
            held.theCase().follow(held.person().username());
        } else {
            held.theCase().unfollow(held.person().username());
        }
        desk.keep(held);
    }
}
