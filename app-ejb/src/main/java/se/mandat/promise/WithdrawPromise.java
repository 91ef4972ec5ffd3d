package se.mandat.promise;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import se.mandat.shared.Caller;
import se.mandat.shared.MandatException;

/** A steward says that something is promised no longer. No new case can be a breach of it; those that are stay so. */
@Stateless
public class WithdrawPromise {

    @Inject
    private Promises promises;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** @throws MandatException when there is no such promise, or it is withdrawn already */
    @RolesAllowed("steward")
    public void handle(String id) {
        Promise promise = promises.hold(id);
        promise.withdraw(caller.actor().username(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        promises.publish(promise);
    }
}
