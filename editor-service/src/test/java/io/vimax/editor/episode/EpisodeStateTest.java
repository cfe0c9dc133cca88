package io.vimax.editor.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpisodeStateTest {

    @ParameterizedTest
    @EnumSource(EpisodeState.class)
    void goesOneStepOnOrBackToAnythingEarlier(EpisodeState state) {
        Set<EpisodeState> expected = EnumSet.noneOf(EpisodeState.class);
        Arrays.stream(EpisodeState.values())
                .filter(other -> other.isBefore(state) || other.ordinal() == state.ordinal() + 1)
                .forEach(expected::add);

        assertThat(state.next()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(EpisodeState.class)
    void isFoundByItsWord(EpisodeState state) {
        assertThat(EpisodeState.of(state.word())).isSameAs(state);
    }

    @Test
    void isDrawnInTheReadmeAsItIs() throws IOException {
        assertThat(Files.readString(Path.of("README.md")).replace("\r", ""))
                .as("the state diagram in README.md; put this there")
                .contains(diagram());
    }

    private static String diagram() {
        var diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> script_review\n");
        for (EpisodeState from : EpisodeState.values()) {
            for (EpisodeState to : from.next()) {
                diagram.append("    %s --> %s\n".formatted(from.word(), to.word()));
            }
        }
        return diagram.append("```\n").toString();
    }
}
