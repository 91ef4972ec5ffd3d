package se.mandat.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that are shipped, found by looking and not by a list, so that a new one cannot be forgotten. */
final class Models {

    private static final Path SHIPPED = Path.of("src", "main", "resources");

    private Models() {}

    static List<Path> processes() {
        return endingIn(".bpmn");
    }

    static List<Path> tables() {
        return endingIn(".dmn");
    }

    /** The name of the file without its ending: what the process or decision inside must be called. */
    static String nameOf(Path model) {
        String file = model.getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }

    static String text(Path model) {
        try {
            return Files.readString(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path shipped(String name) {
        return Stream.concat(processes().stream(), tables().stream())
                .filter(path -> path.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> endingIn(String ending) {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
