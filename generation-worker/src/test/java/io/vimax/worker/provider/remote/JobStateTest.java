package io.vimax.worker.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobStateTest {

    @ParameterizedTest
    @CsvSource({
        "pending,QUEUED",
        "NOT_START,QUEUED",
        "In_Queue,QUEUED",
        "throttled,QUEUED",
        "image_downloading,RUNNING",
        "video_upsampling_completed,RUNNING",
        "IN_PROGRESS,RUNNING",
        "success,SUCCEEDED",
        " Finished ,SUCCEEDED",
        "video_generation_failed,FAILED",
        "cancelled,FAILED",
        "expired,FAILED",
        "thinking,UNKNOWN",
        "'',UNKNOWN"
    })
    void normalisesStates(String word, JobState state) {
        assertThat(JobState.of(word)).isEqualTo(state);
    }
}
