package se.mandat.web.notification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import se.mandat.web.platform.Words;

/** Writes every sample letter to a folder, to be looked at. */
final class ShowLetters {
    private ShowLetters() {}

    public static void main(String[] args) throws Exception {
        for (Locale language : List.of(Words.SWEDISH, Words.ENGLISH)) {
            for (var letter : new SampleLetters(language).all().entrySet()) {
                Path file = Path.of(args[0], language.getLanguage(), letter.getKey() + ".html");
                Files.createDirectories(file.getParent());
                Files.writeString(file, letter.getValue().html());
                Files.writeString(
                        file.resolveSibling(letter.getKey() + ".txt"),
                        letter.getValue().text());
            }
        }
    }
}
