package io.vimax.standalone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerInvariantsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode FILM = JSON.readTree("""
            {"cost": {"amount": "0.150200"}, "generations": [
              {"id": "g1", "kind": "chat", "provider": "yunwu", "target": {"label": "Script"}},
              {"id": "g2", "kind": "video", "provider": "yunwu", "target": {"label": "Scene 1 · shot 1"}},
              {"id": "g3", "kind": "speech", "provider": "local", "target": {"label": "Scene 1 · line 1"}}]}""");

    private static final List<String> GOOD = List.of(
            "{\"kind\":\"accepted\",\"reference\":\"g1\"}",
            "{\"kind\":\"charged\",\"micros\":200}",
            "{\"kind\":\"accepted\",\"reference\":\"g2\"}",
            "{\"kind\":\"charged\",\"micros\":150000}",
            "{\"kind\":\"polled\",\"reference\":\"g2\"}",
            "{\"kind\":\"refused\",\"reference\":\"g2\"}");

    @Test
    void findsNothingWhereEachPieceOfWorkWasSentAndPaidOnce() {
        Invariants.Findings findings = check();

        assertThat(findings.broken()).isEmpty();
        assertThat(findings.figures()).containsEntry("sim_clips", 1L).containsEntry("sim_charged_micros", 150_200L);
    }

    @Test
    void findsWorkThatWasSentTwice() {
        assertThat(check("{\"kind\":\"accepted\",\"reference\":\"g2\"}").broken())
                .containsExactly("video of Scene 1 · shot 1 was accepted 2 times");
    }

    @Test
    void findsMoneyThatTheFilmDoesNotShow() {
        assertThat(check("{\"kind\":\"charged\",\"micros\":5}").broken())
                .containsExactly("the film shows a cost of 150200 micro-USD, and 150205 were charged");
    }

    @Test
    void findsWorkThatNobodyKnows() {
        assertThat(check("{\"kind\":\"accepted\",\"reference\":\"g9\"}").broken())
                .containsExactly("work that nobody knows was accepted: g9");
    }

    @Test
    void findsWhatABrokenProtocolLeaves() {
        assertThat(check(
                                "{\"kind\":\"violation\",\"detail\":\"images must be a list\"}",
                                "{\"kind\":\"foreign_poll\",\"detail\":\"of key B1\"}")
                        .broken())
                .containsExactly(
                        "the simulator notes a violation: images must be a list",
                        "the simulator notes a foreign poll: of key B1");
    }

    @Test
    void findsAFilmThatTheSimulatorDidNotMake() {
        assertThat(LedgerInvariants.of(List.of(), JSON.readTree("{\"generations\":[]}"))
                        .broken())
                .containsExactly("no clip was made by the simulator");
    }

    private static Invariants.Findings check(String... more) {
        List<String> lines = new ArrayList<>(GOOD);
        lines.addAll(Arrays.asList(more));
        return LedgerInvariants.of(lines.stream().map(JSON::readTree).toList(), FILM);
    }
}
