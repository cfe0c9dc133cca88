package io.vimax.gateway.startup;

import static io.vimax.gateway.Answers.problem;
import static io.vimax.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.gateway.TestGateway;
import io.vimax.testing.FreePort;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartupTest {

    @Test
    void saysInOneSentenceWhyItDoesNotStart() {
        assertThatThrownBy(() -> TestGateway.start("VIMAX_BIND", "0.0.0.0").close())
                .rootCause()
                .isInstanceOfSatisfying(RefusedStart.class, refused -> {
                    FailureAnalysis printed = new RefusedStartAnalyzer().analyze(refused, refused);
                    assertThat(printed.getDescription())
                            .isEqualTo("The local sign-in mode serves this machine only, but VIMAX_BIND is 0.0.0.0.");
                    assertThat(printed.getAction()).isEqualTo("Set VIMAX_BIND to 127.0.0.1.");
                });
    }

    @Test
    void startsWhileEverythingElseIsAway() {
        String nobody = "127.0.0.1:" + FreePort.find();
        try (var gateway = TestGateway.start(
                "VIMAX_KAFKA", nobody, "VIMAX_REGISTRY", "http://" + nobody, "VIMAX_REDIS", "redis://" + nobody)) {
            assertThat(send(gateway.request("/actuator/health/readiness")).statusCode())
                    .isEqualTo(200);
            assertThat(send(gateway.byBrowser("/api/v1/session")).statusCode()).isEqualTo(200);
            assertThat(problem(
                                    send(gateway.byCommandLine("/api/v1/session/links")
                                            .POST(BodyPublishers.noBody())),
                                    503,
                                    "service-unavailable")
                            .path("part")
                            .asString())
                    .isEqualTo("redis");
        }
    }
}
