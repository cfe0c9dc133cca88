package io.vimax.worker.provider.yunwu;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.worker.provider.remote.View;
import io.vimax.worker.provider.wire.StrictJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnifiedViewTest {

    @Test
    void looksForTheLinkInItsOrder() {
        assertThat(view("""
                {"status":"completed","video_url":null,"detail":{"video_url":"https://b/2.mp4",
                 "upsample_video_url":"https://b/1.mp4","generations":[{"url":"https://b/3.mp4"}]}}""")).isEqualTo(new View.Ready("https://b/1.mp4"));
        assertThat(view("{\"status\":\"success\",\"detail\":{\"generations\":[{\"url\":\"https://b/3.mp4\"}]}}"))
                .isEqualTo(new View.Ready("https://b/3.mp4"));
        assertThat(view("{\"status\":\"completed\",\"detail\":[]}")).isEqualTo(new View.ReadyWithoutLink());
    }

    @Test
    void readsProgressInPercentAndNothingElse() {
        assertThat(view("{\"status\":\"running\",\"progress\":\"42%\"}"))
                .isInstanceOfSatisfying(
                        View.Waiting.class,
                        waiting -> assertThat(waiting.progress().share()).isEqualTo(0.42));
        assertThat(view("{\"status\":\"running\",\"progress\":\"soon\"}"))
                .isInstanceOfSatisfying(
                        View.Waiting.class,
                        waiting -> assertThat(waiting.progress().share()).isNull());
    }

    @Test
    void findsTheReasonWhereverItIs() {
        assertThat(view("{\"status\":\"failed\",\"error\":\"upstream broke.\"}"))
                .isEqualTo(new View.Broke("The provider could not make the clip: upstream broke."));
        assertThat(
                        view(
                                "{\"status\":\"failed\",\"error\":null,\"detail\":{\"markdown_reason_str\":\"**Failed:** no GPU\"}}"))
                .isEqualTo(new View.Broke("The provider could not make the clip: Failed: no GPU."));
        assertThat(view("{\"status\":\"error\"}")).isInstanceOf(View.Broke.class);
        assertThat(view("{\"status\":\"failed\",\"error\":{\"message\":\"violates our policy on minors\"}}"))
                .isInstanceOf(View.Rejected.class);
    }

    private static View view(String body) {
        return UnifiedView.read(
                StrictJson.object(body.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }
}
