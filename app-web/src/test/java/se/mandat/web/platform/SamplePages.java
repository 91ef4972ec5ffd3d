package se.mandat.web.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page with something on it, in both languages, so that templates can be tested and looked at without a server. */
final class SamplePages {

    private final Spoken t;

    SamplePages(Words words) {
        this.t = new Spoken(words, Samples.NOW);
    }

    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        for (Samples area : List.of(
                new TodoSamples(t),
                new RaiseSamples(t),
                new CaseSamples(t),
                new CasePathSamples(t),
                new ListSamples(t),
                new PeopleSamples(t),
                new ProcessSamples(t),
                new StewardSamples(t),
                new ErrorSamples(t))) {
            pages.putAll(area.all());
        }
        return pages;
    }
}
