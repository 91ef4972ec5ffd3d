package se.mandat.promise;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What customers are and have been promised. Everybody inside may read it. */
@Stateless
@RolesAllowed("employee")
public class ListPromises {

    @Inject
    private Promises promises;

    /**
     * A promise as it stands now.
     *
     * @param unit the path of the unit whose customers are promised
     * @param withdrawnBy null while it is in force
     * @param withdrawnAt null while it is in force
     */
    public record View(
            String id,
            String text,
            String consequence,
            String unit,
            PromiseState state,
            String givenBy,
            Instant givenAt,
            String withdrawnBy,
            Instant withdrawnAt) {

        public boolean isInForce() {
            return state == PromiseState.IN_FORCE;
        }
    }

    /** Those in force first, each the oldest first. */
    public List<View> handle() {
        return promises.all().stream().map(ListPromises::view).toList();
    }

    /** @param id null finds none */
    public Optional<View> find(String id) {
        return id == null ? Optional.empty() : promises.find(id).map(ListPromises::view);
    }

    private static View view(Promise promise) {
        return new View(
                promise.id(),
                promise.text(),
                promise.consequence(),
                promise.unitPath(),
                promise.isInForce() ? PromiseState.IN_FORCE : PromiseState.WITHDRAWN,
                promise.givenBy(),
                promise.givenAt(),
                promise.withdrawnBy(),
                promise.withdrawnAt());
    }
}
