package io.vimax.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {

    @ParameterizedTest
    @CsvSource({
        "ReadsTheWallClock, time comes from the injected",
        "OrderServiceImpl, a name comes from the language of the product",
        "PublicController, a controller is called by the framework only"
    })
    void failsOnADeliberatelyBrokenRule(String type, String reason) throws ClassNotFoundException {
        var classes = new ClassFileImporter().importClasses(Class.forName("io.vimax.testing.broken." + type));

        assertThatThrownBy(() -> HouseRules.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(type);
    }

    @Test
    void failsOnUnfinishedWorkAndOnFilesThatAreTooLong(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Unfinished.java"), "// TO" + "DO finish\n");
        assertThatThrownBy(() -> HouseRules.checkSources(sources)).hasMessageContaining("unfinished work");

        Files.writeString(sources.resolve("Unfinished.java"), "\n".repeat(401));
        assertThatThrownBy(() -> HouseRules.checkSources(sources)).hasMessageContaining("401 lines");
    }

    @Test
    void keepsItsOwnRules() {
        assertThatCode(() -> HouseRules.checkSources(Path.of("src", "main", "java")))
                .doesNotThrowAnyException();
    }

    /** The simulator's own tests cannot: these rules stand on it. */
    @Test
    void areKeptByTheSimulatorToo() {
        assertThatCode(() -> HouseRules.checkSources(Path.of("..", "simulator", "src", "main", "java")))
                .doesNotThrowAnyException();
        HouseRules.check("io.vimax.simulator");
    }
}
