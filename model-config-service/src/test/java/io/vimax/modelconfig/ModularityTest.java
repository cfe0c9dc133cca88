package io.vimax.modelconfig;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void featuresUseOnlyWhatOthersShow() {
        ApplicationModules.of(ModelConfigApplication.class).verify();
    }
}
