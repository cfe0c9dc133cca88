package io.vimax.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
@DirtiesContext // a second editor would take part in the other tests' work
class StartTest {

    @Autowired
    MockMvcTester http;

    @Test
    void saysThatItIsReady() {
        assertThat(http.get().uri("/actuator/health/readiness")).hasStatusOk();
    }
}
