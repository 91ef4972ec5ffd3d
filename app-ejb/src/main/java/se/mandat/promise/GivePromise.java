package se.mandat.promise;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Unit;
import se.mandat.shared.Caller;
import se.mandat.shared.Inputs;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Text;

/** A steward writes down what customers are promised, and what follows when that promise is broken. */
@Stateless
public class GivePromise {

    @Inject
    private Promises promises;

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    @Inject
    private Inputs inputs;

    @Inject
    private Clock clock;

    /**
     * @param text what customers are promised
     * @param consequence what a customer gets, or what we do, when it is broken
     * @param unit the path of the unit whose customers are promised; nothing means everybody's
     */
    public record Command(
            @Text(required = true, max = 500) String text,
            @Text(required = true, max = 500) String consequence,
            @Text String unit) {}

    /** @return the new promise's id */
    @RolesAllowed("steward")
    public String handle(Command command) {
        inputs.check(command);
        Promise given = Promise.give(
                promises.nextId(),
                command.text(),
                command.consequence(),
                unit(command.unit()),
                caller.actor().username(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        promises.add(given);
        return given.id();
    }

    private String unit(String path) {
        if (path == null || path.isBlank()) {
            return directory.now().root().path();
        }
        return directory
                .now()
                .unit(path)
                .map(Unit::path)
                .orElseThrow(() -> MandatException.invalid(
                        List.of(new FieldError("unit", "error.unknown-unit", Map.of("unit", path)))));
    }
}
