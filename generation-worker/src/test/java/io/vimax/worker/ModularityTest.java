package io.vimax.worker;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void featuresUseOnlyWhatOthersShow() {
        ApplicationModules.of(GenerationWorkerApplication.class).verify();
    }
}
