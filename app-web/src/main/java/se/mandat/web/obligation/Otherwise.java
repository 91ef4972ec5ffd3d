package se.mandat.web.obligation;

import gg.jte.Content;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import se.mandat.web.platform.Spoken;

/** The price of silence as one sentence: who gets to know of it and takes it over when, or what becomes of it. */
public final class Otherwise {

    private final String key;
    private final Map<String, Object> named;

    private Otherwise(String key, Map<String, Object> named) {
        this.key = key;
        this.named = named;
    }

    /**
     * What comes of the debtor's silence.
     *
     * @param silence as {@code ObligationView.Silence} calls it; null where nobody knows
     * @param about what is owed, as {@link WhatIsOwed} says it
     * @param who the name of whoever gets it, or null
     * @param moves when that is, or null
     * @param late whether it is overdue
     */
    public static Otherwise of(
            String silence, String about, String who, Instant dueAt, Instant moves, boolean late, Spoken t) {
        if ("LAPSES".equals(silence)) {
            return new Otherwise("now.otherwise.lapses." + about, Map.of());
        }
        if ("STANDS".equals(silence)) {
            return new Otherwise("now.otherwise.stands", Map.of());
        }
        if ("GOES_ON".equals(silence)) {
            return new Otherwise("now.otherwise.goes-on", Map.of());
        }
        if (who == null || moves == null) {
            return new Otherwise(late ? "now.otherwise.top.late" : "now.otherwise.top", Map.of());
        }
        Map<String, Object> named = new TreeMap<>();
        named.put("who", who);
        named.put("told", t.moment(dueAt));
        named.put("moves", t.moment(moves));
        return new Otherwise(late ? "now.otherwise.late" : "now.otherwise", named);
    }

    public Content html(Spoken t) {
        return t.plain(key, named);
    }

    public String text(Spoken t) {
        return t.words().say(key, named);
    }
}
