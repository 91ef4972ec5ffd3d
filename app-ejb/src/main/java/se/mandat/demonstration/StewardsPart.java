package se.mandat.demonstration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.mandat.promise.GivePromise;

/** What stewards do in the demonstration, which else has nobody's roles but an employee's. */
@Stateless
@RunAs("steward")
@RolesAllowed("employee")
public class StewardsPart {

    @Inject
    private GivePromise givePromise;

    /** @return the new promise's id */
    public String gives(GivePromise.Command promise) {
        return givePromise.handle(promise);
    }
}
