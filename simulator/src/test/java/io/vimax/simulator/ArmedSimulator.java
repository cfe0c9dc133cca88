package io.vimax.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.PlainClient.Answer;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import io.vimax.simulator.scenario.Armed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** A simulator for tests of scenarios, and what they do with it. No scenario may make it fail or find fault with the caller. */
abstract class ArmedSimulator {

    static final String CLIP = "{\"model\":\"veo3.1-fast\",\"prompt\":\"A lighthouse\"}";

    final SimulatorFixture fixture = new SimulatorFixture(configuration -> configuration.latency(
            LatencyProfile.INSTANT.with(WorkKind.VIDEO, new Latency.Fixed(Duration.ofSeconds(10)))));
    final PlainClient client = fixture.client("yunwu", "a1");

    @AfterEach
    void stop() {
        assertThat(fixture.simulator.ledger().entries(LedgerKind.FAULT)).isEmpty();
        assertThat(fixture.simulator.ledger().violations()).isEmpty();
        assertThat(fixture.simulator.ledger().count(LedgerKind.SCENARIO)).isPositive();
        fixture.close();
    }

    void arm(Armed armed) {
        covered().arm(fixture, armed);
    }

    long accepted() {
        return fixture.simulator.ledger().count(LedgerKind.ACCEPTED);
    }

    String create() throws Exception {
        return client.post("/v1/video/create", CLIP).at("/id");
    }

    JsonNode finished() throws Exception {
        String id = create();
        fixture.clock.advance(Duration.ofSeconds(10));
        return query(id);
    }

    JsonNode query(String id) throws Exception {
        return client.get("/v1/video/query?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .json();
    }

    JsonNode draw() throws Exception {
        return client.post(
                        "/v1beta/models/gemini-3.1-flash-image:generateContent",
                        "{\"contents\":[{\"parts\":[{\"text\":\"A harbour\"}]}],"
                                + "\"generationConfig\":{\"imageConfig\":{\"aspectRatio\":\"16:9\"}}}")
                .json();
    }

    Answer chat(String more) throws Exception {
        return client.post(
                "/v1/chat/completions",
                "{\"model\":\"gemini-2.5-flash-lite\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],"
                        + "\"response_format\":{\"type\":\"json_object\"}" + more + "}");
    }

    /** What the test class has armed so far. */
    abstract CoveredScenarios covered();
}
