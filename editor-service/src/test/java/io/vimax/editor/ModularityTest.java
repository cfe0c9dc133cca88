package io.vimax.editor;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void featuresUseOnlyWhatOthersShow() {
        ApplicationModules.of(EditorApplication.class).verify();
    }
}
