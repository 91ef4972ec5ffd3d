package se.mandat.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models that are deployed at start: those we ship, unless the folder that the system property
 * {@code mandat.processes.dir} names has a file of the same name.
 */
final class ShippedModels {

    static final String FOLDER_PROPERTY = "mandat.processes.dir";

    static final List<String> FILES = List.of(
            "cases/case-handling.bpmn",
            "cases/review-interval.dmn",
            "mandate/ledger-limits.dmn",
            "mandate/mandate.dmn",
            "obligation/deadline.bpmn",
            "obligation/obligation.bpmn",
            "obligation/service-levels.dmn");

    private ShippedModels() {}

    /**
     * The text of every model by the path it is shipped under.
     *
     * @param folder where an organisation keeps its own models, if anywhere
     * @throws IllegalStateException when the folder has a model that replaces none of ours, since it would silently do
     *     nothing
     */
    static Map<String, String> read(Optional<Path> folder) {
        Map<String, Path> own = folder.map(ShippedModels::modelsIn).orElse(Map.of());
        Map<String, String> models = new LinkedHashMap<>();
        for (String file : FILES) {
            Path replacement = own.get(nameOf(file));
            models.put(file, replacement == null ? shipped(file) : text(replacement));
        }
        List<String> unknown = own.keySet().stream()
                .filter(name -> FILES.stream().noneMatch(file -> nameOf(file).equals(name)))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Models in " + folder.orElseThrow() + " that replace none: " + unknown);
        }
        return models;
    }

    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(FOLDER_PROPERTY))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    private static Map<String, Path> modelsIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".bpmn") || file.toString().endsWith(".dmn"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
        } catch (IOException e) {
            throw new UncheckedIOException("The models in " + folder + " cannot be read", e);
        }
    }

    private static String nameOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static String shipped(String file) {
        try (InputStream model = ShippedModels.class.getClassLoader().getResourceAsStream(file)) {
            if (model == null) {
                throw new IllegalStateException("The model " + file + " is not in the archive");
            }
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
