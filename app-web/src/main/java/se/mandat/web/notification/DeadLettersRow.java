package se.mandat.web.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import se.mandat.notification.DeadLetters;
import se.mandat.web.platform.StewardRow;

/** The mails that were given up, on the stewards' front page. */
@ApplicationScoped
public class DeadLettersRow implements StewardRow {

    @Inject
    private DeadLetters deadLetters;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String address() {
        return "/steward/mail";
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public OptionalLong waiting() {
        return OptionalLong.of(deadLetters.count());
    }
}
