package io.vimax.worker.provider.ark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedreamTest {

    @ParameterizedTest
    @CsvSource({
        "doubao-seedream-4-0-250828,1280,720,1280x720",
        "doubao-seedream-4-0-250828,1920,1080,1920x1080",
        "doubao-seedream-4-0-250828,640,360,1280x720",
        "doubao-seedream-5-0-260128,1280,720,2560x1440",
        "doubao-seedream-5-0-260128,720,1280,1440x2560",
        "doubao-seedream-5-0-260128,1000,1000,1920x1920",
        "doubao-seedream-5-0-260128,8192,8192,4096x4096"
    })
    void asksForTheNearestSizeOfTheSameShape(String model, int width, int height, String size) {
        assertThat(Seedream.size(model, width, height)).isEqualTo(size);
    }
}
