package se.mandat.web.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said when something went wrong, and what Mandat says about itself. */
final class ErrorSamples extends Samples {

    ErrorSamples(Spoken t) {
        super(t);
    }

    @Override
    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("about", Page.of("about", "frame", karin("")));
        pages.put("help", Page.of("help", "frame", karin("help")));
        for (String kind : List.of(
                "not-found",
                "forbidden",
                "conflict",
                "invalid",
                "too-large",
                "busy",
                "too-many",
                "broken",
                "unavailable",
                "provider",
                "signed-out",
                "expired")) {
            pages.put(
                    "error-" + kind,
                    Page.of(
                            "error",
                            "frame",
                            kind.equals("signed-out") || kind.equals("provider") ? nobody() : karin(""),
                            "error",
                            new ErrorView(kind, null, kind.equals("broken") ? "4f1c-77" : null, "/", null)));
        }
        pages.put(
                "error-unsent",
                Page.of(
                        "error",
                        "frame",
                        nobody(),
                        "error",
                        new ErrorView(
                                "unavailable",
                                null,
                                null,
                                "/",
                                new Unsent(
                                        "/cases/M-2026-0412/progress",
                                        List.of(
                                                new Unsent.Field("csrf", "c5rf"),
                                                new Unsent.Field("once", "0nce"),
                                                new Unsent.Field("text", "Vi har \"ringt\" <alla>.\nTvå svarade.")),
                                        List.of("Vi har \"ringt\" <alla>.\nTvå svarade.")))));
        return pages;
    }
}
