package io.vimax.gateway.live;

import static io.vimax.gateway.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.schemas.Topics;
import io.vimax.schemas.generation.v1.FailureKind;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventTranslationTest {

    private final UUID user = UUID.randomUUID();
    private final UUID episode = UUID.randomUUID();
    private final UUID generation = UUID.randomUUID();

    private static LiveEvent translated(SpecificRecordBase event) {
        return EventTranslation.of(event).orElseThrow();
    }

    private static JsonNode data(SpecificRecordBase event) {
        return json(new JsonMapper().writeValueAsString(translated(event).data()));
    }

    @Test
    void reportsProgressInTheWordsOfTheApi() {
        var event = Events.progressed(user, episode, generation, 0.62);

        JsonNode data = data(event);

        assertThat(translated(event).type()).isEqualTo("generation.progress");
        assertThat(data.path("id").asString()).isEqualTo(generation.toString());
        assertThat(data.path("episode_id").asString()).isEqualTo(episode.toString());
        assertThat(data.path("kind").asString()).isEqualTo("video");
        assertThat(data.path("target").path("type").asString()).isEqualTo("shot_clip");
        assertThat(data.path("state").asString()).isEqualTo("running");
        assertThat(data.path("progress").asDouble()).isEqualTo(0.62);
        assertThat(data.path("progress_kind").asString()).isEqualTo("measured");
        assertThat(data.path("queue_position").isNull()).isTrue();
        assertThat(data.path("stage_index").asInt()).isEqualTo(2);
    }

    @Test
    void reportsAResultWithoutItsText() {
        JsonNode data = data(Events.completed(user, episode, generation, "a whole screenplay"));

        assertThat(data.path("state").asString()).isEqualTo("ready");
        assertThat(data.path("progress").asDouble()).isEqualTo(1);
        assertThat(data.path("cost_actual")).isEqualTo(json("{\"amount\":\"1.2505\",\"currency\":\"USD\"}"));
        assertThat(data.path("outputs").path(0).path("role").asString()).isEqualTo("clip");
        assertThat(data.toString()).doesNotContain("screenplay");
    }

    @Test
    void tellsAFailureFromACancellation() {
        JsonNode failed = data(Events.failed(user, episode, generation, FailureKind.FAILED, "Change the prompt"));
        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.path("error").path("code").asString()).isEqualTo("content-rejected");
        assertThat(failed.path("error").path("retryable").asBoolean(true)).isFalse();

        JsonNode cancelled = data(Events.failed(user, episode, generation, FailureKind.CANCELLED, "Cancelled"));
        assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
        assertThat(cancelled.path("error").isNull()).isTrue();
    }

    @Test
    void saysThatNobodyKnowsWithoutSayingWhatItCost() {
        JsonNode unknown =
                data(Events.failed(user, episode, generation, FailureKind.AMBIGUOUS, "The connection broke"));

        assertThat(unknown.path("state").asString()).isEqualTo("ambiguous");
        assertThat(unknown.path("cost_actual").isNull()).isTrue();
        assertThat(unknown.path("error").path("detail").asString()).isEqualTo("The connection broke");
    }

    @Test
    void writesMoneyWithCentsAtLeast() {
        assertThat(GenerationData.money(0)).containsEntry("amount", "0.00");
        assertThat(GenerationData.money(100_000_000)).containsEntry("amount", "100.00");
        assertThat(GenerationData.money(1)).containsEntry("amount", "0.000001");
    }

    @Test
    void tellsKeysToThoseWhoWatchKeys() {
        assertThat(translated(Events.keyRateLimited(user)).topics()).containsExactly("keys");
        assertThat(translated(Events.stageChanged(user, episode)).topics())
                .containsExactly("episode:" + episode, "library");
    }

    @Test
    void readsEveryTopicThatNamesTheGatewayAsReader() {
        assertThat(EventTranslation.SOURCES)
                .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream()
                        .filter(topic -> topic.readers().contains("gateway"))
                        .toList());
    }
}
