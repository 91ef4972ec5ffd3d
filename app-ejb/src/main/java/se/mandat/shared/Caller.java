package se.mandat.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.Principal;

/**
 * Who is acting in this request. In a page or a call it is who logged in; work that the system starts by itself says
 * whom it acts for.
 */
@RequestScoped
public class Caller {

    private Actor actor;

    @Inject
    private Principal principal;

    /** Who acts now. */
    public Actor actor() {
        return actor != null ? actor : Actor.of(principal.getName());
    }

    /** From here to the end of the request, {@code actor} acts. For work that no logged-in person started. */
    public void actAs(Actor actor) {
        this.actor = actor;
    }

    /**
     * Lets {@code actor} act until this is called again. For what the system does in the midst of a person's request.
     *
     * @param actor null for who logged in
     * @return who had been said to act before; null for who logged in
     */
    public Actor exchange(Actor actor) {
        Actor before = this.actor;
        this.actor = actor;
        return before;
    }
}
