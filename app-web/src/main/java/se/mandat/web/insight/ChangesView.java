package se.mandat.web.insight;

import java.time.Instant;
import java.util.List;
import se.mandat.web.cases.Choice;
import se.mandat.web.platform.Typed;

/**
 * What has been changed thanks to customers.
 *
 * @param filter what the reader searched for
 * @param feed the address of the same as a feed
 * @param next the address of the next page, or null on the last
 * @param first the address of the first page, or null on it
 */
public record ChangesView(List<Row> rows, Typed filter, List<Choice> units, String feed, String next, String first) {

    public boolean narrowed() {
        return filter.has("q") || filter.has("unit");
    }

    /**
     * One change.
     *
     * @param quote the customer's words; null when they are sensitive
     * @param changed what was done; null when the case is sensitive
     * @param evidenceKind how the reviewer knows
     * @param evidence null when the case is sensitive
     * @param learned what was learned; null when nobody said, or the case is sensitive
     */
    public record Row(
            String number,
            String quote,
            String goal,
            String changed,
            String evidenceKind,
            String evidence,
            String learned,
            String unit,
            String owner,
            String reviewedBy,
            Instant at) {}
}
