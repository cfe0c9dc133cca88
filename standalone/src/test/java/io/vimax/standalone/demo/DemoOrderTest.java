package io.vimax.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOrderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeScripts() throws IOException {
        Files.writeString(folder.resolve("good.txt"), "INT. KITCHEN - DAY\n\nMara pours tea.\n");
        Files.writeString(folder.resolve("marked.txt"), "\uFEFFMara pours tea.");
        Files.writeString(folder.resolve("empty.txt"), " \n\t\n");
        Files.write(folder.resolve("binary.txt"), new byte[] {'a', 0, 'b'});
        Files.write(folder.resolve("film.mp4"), new byte[500_000]);
        Files.write(folder.resolve("latin1.txt"), "Käse".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("long.txt"), "x".repeat(100_001));
        Files.writeString(folder.resolve("longest.txt"), "茶".repeat(100_000));
        Files.createDirectory(folder.resolve("folder"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                            | The idea is empty
                    '  '                          | The idea is empty
                    idea --script good.txt        | not both
                    --script missing.txt          | does not exist
                    --script folder               | is a folder
                    --script empty.txt            | is empty
                    --script binary.txt           | not a text file in UTF-8
                    --script latin1.txt           | not a text file in UTF-8
                    --script film.mp4             | not a text file in UTF-8
                    --script long.txt             | more than 100,000 characters
                    --seconds 4                   | --seconds must be a whole number from 5 to 600
                    --seconds 601                 | --seconds must be a whole number from 5 to 600
                    --seconds ten                 | not 'ten'
                    --scenes 0                    | --scenes must be a whole number from 1 to 60
                    --scenes=61                   | --scenes must be a whole number from 1 to 60
                    --ratio 4:3                   | --ratio must be one of 16:9, 1:1, 9:16
                    --lang de                     | --lang must be one of auto, en, zh
                    --seed x                      | --seed must be a whole number
                    --provider yunwu              | --provider must be one of local, simulator, not 'yunwu'
                    --provider=                   | --provider must be one of local, simulator, not ''
                    --provider simulator --ratio 1:1 | makes 16:9 and 9:16, not 1:1
                    --model local-story           | wants KIND=NAME
                    --model sound=x               | The kind in --model must be one of
                    --workers 0                   | --workers must be a whole number from 1 to 8
                    -o nowhere/film.mp4           | does not exist; make it first
                    -o folder                     | is a folder
                    --fast                        | There is no option --fast
                    --seconds                     | needs a value after it
                    two words                     | does not know what to do with 'words'
                    """)
    void refusesInOneSentenceThatSaysWhatIsWrong(String line, String words) {
        List<String> arguments = line.isBlank() ? List.of(line) : List.of(line.split(" "));

        assertThatThrownBy(() -> DemoOrder.parse(arguments, folder))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(Refusal.USAGE))
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesAnIdeaOverFourThousandCharactersAndTakesOneOfExactlyThat() {
        assertThatThrownBy(() -> DemoOrder.parse(List.of("a".repeat(4_001)), folder))
                .hasMessageContaining("4001 characters");

        assertThat(DemoOrder.parse(List.of("茶".repeat(4_000)), folder).idea()).isPresent();
    }

    @Test
    void takesAnExampleWhenNothingIsGiven() {
        DemoOrder order = DemoOrder.parse(List.of(), folder);

        assertThat(order.idea()).contains(DemoOrder.DEFAULT_IDEA);
        assertThat(order.output()).isEqualTo(folder.resolve("episode.mp4"));
    }

    @Test
    void readsAScriptWithoutItsByteOrderMark() {
        assertThat(DemoOrder.parse(List.of("--script", "marked.txt"), folder).script())
                .contains("Mara pours tea.");
        assertThat(DemoOrder.parse(List.of("--script=longest.txt"), folder).script())
                .isPresent();
    }

    @Test
    void takesAnIdeaThatBeginsWithADashAfterTwoDashes() {
        assertThat(DemoOrder.parse(List.of("--seconds", "12", "--", "-40 degrees"), folder)
                        .idea())
                .contains("-40 degrees");
    }
}
