package se.mandat.web.cases;

import java.time.Instant;
import java.util.List;
import se.mandat.web.platform.Typed;

/**
 * Cases, as narrowed by the reader.
 *
 * @param filter what the reader narrowed by
 * @param promises all, those in force first
 * @param next the address of the next page, or null on the last
 * @param first the address of the first page, or null on it
 */
public record CasesView(
        List<Row> rows,
        Typed filter,
        List<Choice> units,
        List<Choice> people,
        List<Choice> promises,
        boolean narrowed,
        String next,
        String first) {

    /**
     * One case in the list.
     *
     * @param who the debtor of the leading obligation, or null when closed
     * @param kind the kind of the leading obligation, or null when closed
     */
    public record Row(
            String number,
            String quote,
            String goal,
            String stage,
            String closedAs,
            String severity,
            String unit,
            String owner,
            Instant raisedAt,
            String raisedBy,
            String who,
            String kind,
            Instant dueAt,
            boolean late) {}
}
