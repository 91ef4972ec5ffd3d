package se.mandat.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.mandat.shared.Caller;

/** When the caller wants to be mailed. */
@Stateless
@RolesAllowed("employee")
public class MailChoices {

    @Inject
    private PostTables post;

    @Inject
    private MailSettings settings;

    @Inject
    private Caller caller;

    public MailChoice mine() {
        return post.choiceOf(caller.actor().username());
    }

    /** From now on; what waits to be mailed is sorted anew. */
    public void choose(MailChoice choice) {
        post.choose(caller.actor().username(), choice);
    }

    /** Whether this installation sends mail at all. */
    public boolean isMailSent() {
        return settings.isOn();
    }
}
