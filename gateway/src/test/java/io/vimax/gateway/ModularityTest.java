package io.vimax.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void keepsFeaturesApart() {
        ApplicationModules.of(GatewayApplication.class).verify();
    }
}
