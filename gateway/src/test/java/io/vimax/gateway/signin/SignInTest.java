package io.vimax.gateway.signin;

import static io.vimax.gateway.Answers.json;
import static io.vimax.gateway.Answers.problem;
import static io.vimax.gateway.TestGateway.OWNER;
import static io.vimax.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.gateway.TestGateway;
import io.vimax.testing.Identities;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

class SignInTest {

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String newLink() {
        HttpResponse<String> made =
                send(gateway.byCommandLine("/api/v1/session/links").POST(BodyPublishers.noBody()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        String url = json(made.body()).path("url").asString();
        assertThat(url).startsWith(gateway.origin() + "/sign-in/");
        assertThat(json(made.body()).path("expires_at").asString()).endsWith("Z");
        return URI.create(url).getPath();
    }

    private static HttpResponse<String> open(String path) {
        return send(gateway.request(path).header("Accept", "text/html"));
    }

    @Test
    void signsABrowserInByALink() {
        HttpResponse<String> opened = open(newLink());

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location")).hasValue("/");
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000");

        HttpResponse<String> session =
                send(gateway.request("/api/v1/session").header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        assertThat(session.statusCode()).isEqualTo(200);
        assertThat(json(session.body()))
                .isEqualTo(json(
                        "{\"user_id\":\"%s\",\"name\":\"Owner\",\"roles\":[\"creator\",\"operator\",\"admin\"],\"mode\":\"local\"}"
                                .formatted(OWNER)));
    }

    @Test
    void usesALinkOnce() {
        String link = newLink();
        open(link);

        HttpResponse<String> again = open(link);

        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(again.body()).contains("./vimax up").contains("./vimax demo");
        assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesAnExpiredLinkAndAnInventedOne() {
        String link = newLink();
        RedisClient redis = gateway.bean(RedisClient.class);
        assertThat(redis.keys("vimax:sign-in:*")).isNotEmpty().allSatisfy(key -> {
            assertThat(key).doesNotContain(link.substring("/sign-in/".length()));
            assertThat(redis.pttl(key)).isBetween(1L, Duration.ofMinutes(10).toMillis());
            redis.pexpire(key, 0);
        });

        assertThat(open(link).statusCode()).isEqualTo(410);
        assertThat(open("/sign-in/invented").statusCode()).isEqualTo(410);
    }

    @Test
    void doesNotUseALinkUpForWhoOnlyLooks() {
        String link = newLink();

        send(gateway.request(link).method("HEAD", BodyPublishers.noBody()));

        assertThat(open(link).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "/episodes/7/edit/scenes, /episodes/7/edit/scenes",
        "//evil.example, /",
        "/%5Cevil.example, /",
        "https://evil.example, /",
        "/%09/evil.example, /"
    })
    void leadsToOwnPathsOnly(String next, String location) {
        HttpResponse<String> opened = open(newLink() + "?next=" + next);

        assertThat(opened.headers().firstValue("Location")).hasValue(location);
    }

    @Test
    void signsOut() {
        HttpResponse<String> out = send(gateway.byBrowser("/api/v1/session")
                .header("Origin", gateway.origin())
                .DELETE());

        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("vimax_session=;")
                .contains("Max-Age=0");
    }

    @Test
    void refusesWhoIsNotSignedIn() {
        HttpResponse<String> refused = send(gateway.request("/api/v1/session"));

        problem(refused, 401, "signed-out");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void refusesSessionsThatAreNotOurs() {
        String owner = OWNER.toString();
        for (String bad : new String[] {
            "nonsense",
            Identities.token("gateway", owner, "session", Duration.ofSeconds(-1)),
            Identities.token("gateway", owner, "vimax", Duration.ofMinutes(5), "creator"),
            Identities.token("cli", owner, "session", Duration.ofMinutes(5)),
            Identities.token("editor-service", owner, "session", Duration.ofMinutes(5)),
            Identities.token("gateway", UUID.randomUUID().toString(), "session", Duration.ofMinutes(5)),
            Identities.token("gateway", "nobody", "session", Duration.ofMinutes(5))
        }) {
            problem(
                    send(gateway.request("/api/v1/session").header("Cookie", "vimax_session=" + bad)),
                    401,
                    "signed-out");
        }
    }

    @Test
    void refusesTokensThatAreNotOfTheCommandLine() {
        String owner = OWNER.toString();
        for (String bad : new String[] {
            "nonsense",
            Identities.token("cli", owner, "gateway", Duration.ofSeconds(-1)),
            Identities.token("cli", owner, "vimax", Duration.ofMinutes(5)),
            Identities.token("gateway", owner, "gateway", Duration.ofMinutes(5)),
            Identities.token("cli", UUID.randomUUID().toString(), "gateway", Duration.ofMinutes(5))
        }) {
            HttpRequest.Builder withGoodCookieToo =
                    gateway.byBrowser("/api/v1/session").header("Authorization", "Bearer " + bad);
            problem(send(withGoodCookieToo), 401, "signed-out");
        }
    }

    @Test
    void makesLinksForTheCommandLineOnly() {
        problem(
                send(gateway.byBrowser("/api/v1/session/links")
                        .header("Origin", gateway.origin())
                        .POST(BodyPublishers.noBody())),
                403,
                "command-line-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "http://evil.example", "null", "file://", "not a url"})
    void refusesChangesThatAnotherSiteAsksFor(String origin) {
        problem(
                send(gateway.byBrowser("/api/v1/session")
                        .header("Origin", origin)
                        .DELETE()),
                403,
                "foreign-origin");
        problem(
                send(gateway.byCommandLine("/api/v1/session")
                        .header("Origin", origin)
                        .DELETE()),
                403,
                "foreign-origin");
    }

    @Test
    void refusesChangesOfABrowserThatDoesNotSayWhoAsks() {
        problem(send(gateway.byBrowser("/api/v1/session").DELETE()), 403, "foreign-origin");
        problem(
                send(gateway.byBrowser("/api/v1/session")
                        .header("Sec-Fetch-Site", "same-site")
                        .DELETE()),
                403,
                "foreign-origin");
        assertThat(send(gateway.byBrowser("/api/v1/session")
                                .header("Sec-Fetch-Site", "same-origin")
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(send(gateway.byCommandLine("/api/v1/session").DELETE()).statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "10.0.0.1:8080", "localhost.evil.example:8080"})
    void refusesOtherHosts(String host) {
        for (String path : new String[] {"/", "/api/v1/session", "/sign-in/x", "/actuator/health"}) {
            problem(send(gateway.byBrowser(path).header("Host", host)), 403, "wrong-host");
        }
    }

    @Test
    void answersToEveryNameOfThisMachine() {
        for (String host : new String[] {"localhost:" + gateway.port(), "127.0.0.1", "[::1]:8080"}) {
            assertThat(send(gateway.byBrowser("/api/v1/session").header("Host", host))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void showsHealthToEverybodyAndMetricsToOperators() {
        assertThat(send(gateway.request("/actuator/health/liveness")).statusCode())
                .isEqualTo(200);
        assertThat(send(gateway.request("/actuator/health/readiness")).statusCode())
                .isEqualTo(200);
        problem(send(gateway.request("/actuator/prometheus")), 401, "signed-out");
        assertThat(send(gateway.byCommandLine("/actuator/prometheus")).body()).contains("jvm_memory");
    }
}
