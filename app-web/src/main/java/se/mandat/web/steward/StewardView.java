package se.mandat.web.steward;

import java.util.List;

/** What stewards look after. */
public record StewardView(List<Row> rows) {

    /** @param waiting how much needs attention; null where nothing is counted */
    public record Row(String name, String address, Long waiting) {}
}
