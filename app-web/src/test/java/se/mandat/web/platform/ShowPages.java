package se.mandat.web.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes every sample page to a folder, to be looked at. */
final class ShowPages {
    private ShowPages() {}

    public static void main(String[] args) throws Exception {
        for (Words words : List.of(Words.in(Words.SWEDISH), Words.in(Words.ENGLISH))) {
            for (var page : new SamplePages(words).all().entrySet()) {
                Path file = Path.of(args[0], words.locale().getLanguage(), page.getKey() + ".html");
                Files.createDirectories(file.getParent());
                Files.write(file, PageWriter.render(page.getValue()).toByteArray());
            }
        }
    }
}
