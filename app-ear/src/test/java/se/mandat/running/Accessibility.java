package se.mandat.running;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * axe-core on the page that is looked at. {@link AxeBuilder} opens a second page for each analysis, which takes longer
 * than the analysis and serves frames alone; our pages have none.
 */
final class Accessibility {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String AXE = source();

    private static final String VIOLATIONS =
            """
            rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})
                .then(found => found.violations.map(rule => rule.id + ': ' + rule.help + ' '
                    + rule.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join('; ')))""";

    private Accessibility() {}

    private static String source() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the page, and where; empty when nothing is that a machine can find. */
    static List<?> violations(Page page) {
        if (page.frames().size() != 1) {
            throw new IllegalStateException("a page with frames: " + page.url());
        }
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
        return (List<?>) page.evaluate(VIOLATIONS, RULES);
    }
}
