package se.mandat.web.promise;

import java.time.Instant;
import java.util.List;
import se.mandat.web.cases.Choice;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Typed;

/**
 * What customers are and have been promised.
 *
 * @param mayChange false for auditors
 * @param units all units, the whole organisation first
 * @param refusal why nothing was changed, or null
 */
public record PromisesView(
        List<Row> inForce,
        List<Row> withdrawn,
        boolean mayChange,
        List<Choice> units,
        Typed typed,
        Mistakes mistakes,
        String refusal) {

    /**
     * One promise. Names of people and units are as they are spoken.
     *
     * @param withdrawnBy null while it is in force
     * @param withdrawnAt null while it is in force
     */
    public record Row(
            String id,
            String text,
            String consequence,
            String unit,
            String givenBy,
            Instant givenAt,
            String withdrawnBy,
            Instant withdrawnAt) {}
}
