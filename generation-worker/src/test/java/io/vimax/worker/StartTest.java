package io.vimax.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = {"worker.asset.folder=target/start-test", "spring.kafka.listener.auto-startup=false"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestServers.class)
class StartTest {

    @Autowired
    MockMvcTester http;

    @Test
    void saysThatItIsReady() {
        assertThat(http.get().uri("/actuator/health/readiness")).hasStatusOk();
    }
}
