package io.vimax.modelconfig;

import io.vimax.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("io.vimax.modelconfig");
    }
}
