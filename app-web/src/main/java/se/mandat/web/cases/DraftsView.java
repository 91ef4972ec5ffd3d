package se.mandat.web.cases;

import java.time.Instant;
import java.util.List;

/** What the reader has begun to write and nobody else sees. */
public record DraftsView(List<Row> rows) {

    public record Row(String number, String quote, String goal, Instant changedAt, long version) {}
}
