package se.mandat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedModelsTest {

    private static final Path SOURCE = Path.of("..", "processes", "src", "main", "resources");

    @Test
    void everyModelInTheModuleOfModelsIsDeployed() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn)"))
                            .map(file -> SOURCE.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(ShippedModels.FILES);
        }
    }

    @Test
    void withoutAFolderOfTheirOwnEverybodyHasWhatIsShipped() throws IOException {
        assertThat(ShippedModels.read(Optional.empty()))
                .hasSameSizeAs(ShippedModels.FILES)
                .containsEntry("mandate/mandate.dmn", Files.readString(SOURCE.resolve("mandate/mandate.dmn")));
    }

    @Test
    void aFileOfTheSameNameReplacesTheShippedOne(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mandate.dmn"), "<own/>");
        Files.writeString(folder.resolve("README.txt"), "Why we changed it");

        Map<String, String> models = ShippedModels.read(Optional.of(folder));

        assertThat(models).containsEntry("mandate/mandate.dmn", "<own/>").hasSameSizeAs(ShippedModels.FILES);
        assertThat(models.get("obligation/obligation.bpmn")).contains("receiveTask_AwaitFulfilment");
    }

    @Test
    void aModelThatReplacesNothingIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mandat.dmn"), "<misspelt/>");

        assertThatThrownBy(() -> ShippedModels.read(Optional.of(folder)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mandat.dmn");
    }
}
