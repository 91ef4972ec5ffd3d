package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page, in both languages. */
class TemplatesTest {

    private static final Pattern TAG_WITH_ID = Pattern.compile("<[a-z][^>]*\\sid=\"([^\"]+)\"");

    static Stream<Arguments> pages() {
        return Stream.of(Words.SWEDISH, Words.ENGLISH).map(Words::in).flatMap(words -> new SamplePages(words)
                .all().entrySet().stream()
                        .map(page -> Arguments.of(
                                words.locale().getLanguage() + " " + page.getKey(), html(page.getValue()))));
    }

    private static String html(Page page) {
        return new String(PageWriter.render(page).toByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void nothingIsInline(String name, String html) {
        assertThat(html).doesNotContainPattern("<[^>]*\\sstyle\\s*=");
        assertThat(html).doesNotContain("<style").doesNotContain("javascript:");
        assertThat(html).doesNotContainPattern("<[a-z][^>]*\\son[a-z]+\\s*=");
        assertThat(found("<script\\b[^>]*>(.*?)</script>", html))
                .allSatisfy(content -> assertThat(content).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageHasALanguageATitleOneHeadlineAndAWayPastTheMenu(String name, String html) {
        assertThat(html).startsWith("<!DOCTYPE html>").contains("<html lang=\"" + name.substring(0, 2) + "\">");
        assertThat(found("<title>(.*?)</title>", html)).singleElement().satisfies(title -> assertThat(title)
                .endsWith(" – Mandat"));
        assertThat(found("(<h1\\b)", html)).hasSize(1);
        assertThat(html).contains("<a class=\"skip\" href=\"#main\">").contains("<main id=\"main\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyFieldHasALabelAndEveryReferenceItsTarget(String name, String html) {
        List<String> ids = found(TAG_WITH_ID.pattern(), html);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(found("<label for=\"([^\"]+)\"", html));
        assertThat(ids).containsAll(found("href=\"#([^\"]+)\"", html));
        for (String described : found("aria-(?:describedby|labelledby)=\"([^\"]+)\"", html)) {
            assertThat(ids).contains(described.split(" "));
        }
        for (String field : found("(<(?:input|textarea|select)\\b[^>]*>)", html)) {
            boolean hidden = field.contains("type=\"hidden\"");
            boolean inLabel = field.contains("type=\"radio\"") || field.contains("type=\"checkbox\"");
            String id = found("\\sid=\"([^\"]+)\"", field).stream().findFirst().orElse("");
            assertThat(hidden || inLabel || html.contains("<label for=\"" + id + "\">"))
                    .as(field)
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyFormThatChangesSomethingProvesThatItWasMeant(String name, String html) {
        for (String form : found("(?s)(<form\\b[^>]*method=\"post\".*?</form>)", html)) {
            assertThat(form).contains("name=\"csrf\"");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void whatIsMissingIsNotShownAsNull(String name, String html) {
        assertThat(html.replaceAll("<[^>]*>", " ")).doesNotContainPattern("\\bnull\\b");
        assertThat(html).doesNotContain("=\"null\"");
    }

    @Test
    void whatACustomerSaidCannotBecomeMarkup() {
        String html = html(new SamplePages(Words.in(Words.SWEDISH)).all().get("cases"));
        assertThat(html).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
    }

    /** The licence wants the watermark whole, which it is while the file is the one that was published. */
    @Test
    void theDiagramViewerIsTheOneThatWasPublished() throws IOException, NoSuchAlgorithmException {
        Path assets = Path.of("src/main/webapp/assets");
        String[] sum = Files.readString(assets.resolve("bpmn-navigated-viewer.sha256"))
                .strip()
                .split("\\s+");
        byte[] file = Files.readAllBytes(assets.resolve(sum[1]));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
                .isEqualTo(sum[0]);
        assertThat(assets.resolve("bpmn-navigated-viewer.LICENSE.txt")).exists();
    }

    private static List<String> found(String pattern, String html) {
        List<String> all = new ArrayList<>();
        Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(TemplatesTest::last)
                .forEach(all::add);
        return all;
    }

    private static String last(MatchResult result) {
        return result.group(1);
    }
}
