package io.vimax.gateway;

import io.vimax.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void followsTheRulesOfTheHouse() {
        HouseRules.check("io.vimax.gateway");
    }
}
