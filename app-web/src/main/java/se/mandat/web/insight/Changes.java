package se.mandat.web.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.mandat.insight.ListChanges;
import se.mandat.web.platform.Cursors;

/** A part of the list of changes: what was asked for, and where it goes on. */
@ApplicationScoped
class Changes {

    @Inject
    private ListChanges listChanges;

    @Inject
    private Cursors cursors;

    /** @param next the cursor of what follows; null at the end */
    record Part(List<ListChanges.Change> items, String next) {}

    /**
     * The newest first.
     *
     * @param text what to search for, or null
     * @param unit the path of a unit, or null
     * @param cursor as the last part gave it, or null
     */
    Part of(String text, String unit, String cursor, int limit) {
        String question = String.join("\n", "changes", said(text), said(unit));
        String position = cursors.open(question, cursor);
        ListChanges.Page page =
                listChanges.handle(new ListChanges.Query(text, unit, position == null ? null : after(position), limit));
        return new Part(
                page.items(),
                cursors.seal(
                        question,
                        page.next() == null
                                ? null
                                : page.next().at() + "|" + page.next().number()));
    }

    /** The address of a page or feed with this search. */
    static String address(String path, String text, String unit, String cursor) {
        List<String> query = new ArrayList<>();
        if (text != null) {
            query.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        if (unit != null) {
            query.add("unit=" + URLEncoder.encode(unit, StandardCharsets.UTF_8));
        }
        if (cursor != null) {
            query.add("cursor=" + cursor);
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static ListChanges.Position after(String position) {
        int bar = position.indexOf('|');
        return new ListChanges.Position(Instant.parse(position.substring(0, bar)), position.substring(bar + 1));
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }
}
