package io.vimax.worker;

import io.vimax.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("io.vimax.worker");
    }
}
