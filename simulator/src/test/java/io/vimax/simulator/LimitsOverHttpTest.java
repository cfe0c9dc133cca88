package io.vimax.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.account.Account;
import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.limiter.Limit;
import io.vimax.simulator.model.Latency;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsOverHttpTest {

    private static final String CHAT = "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    private final SimulatorFixture fixture = new SimulatorFixture(configuration -> configuration.latency(
            LatencyProfile.INSTANT.with(WorkKind.VIDEO, new Latency.Fixed(Duration.ofSeconds(10)))));

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void acceptsExactlyTheLimitOfAnAccountFromTwoHundredThreadsWithTwoKeys() throws Exception {
        open(Account.of("yunwu", "yunwu-a", "yunwu-secret-a1", "yunwu-secret-a2")
                .limited(Limit.perMinute(60)));
        List<PlainClient> clients = List.of(fixture.client("yunwu", "a1"), fixture.client("yunwu", "a2"));
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 200; i++) {
                PlainClient client = clients.get(i % 2);
                calls.add(threads.submit(
                        () -> client.post("/v1/chat/completions", CHAT.formatted("gemini-2.5-flash-lite"))
                                .status()));
            }
            for (Future<Integer> call : calls) {
                statuses.add(call.get());
            }
        }

        Map<Integer, Long> counts =
                statuses.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts).containsOnly(Map.entry(200, 60L), Map.entry(429, 140L));
        assertThat(fixture.simulator.ledger().count(LedgerKind.ACCEPTED)).isEqualTo(60);
        assertThat(fixture.simulator.ledger().count(LedgerKind.CHARGED)).isEqualTo(60);
        assertThat(fixture.simulator.ledger().count(LedgerKind.REFUSED)).isEqualTo(140);
        assertThat(fixture.simulator.ledger().chargedMicros()).isEqualTo(60 * 200);
    }

    @Test
    void saysWhenToComeBackInEveryWayThatProvidersKnow() throws Exception {
        var waits = Map.of(
                RetryHint.RETRY_AFTER, "Retry-After: 60",
                RetryHint.RETRY_AFTER_DATE, "Retry-After: Wed, 25 Nov 2026 10:01:00 GMT",
                RetryHint.RETRY_AFTER_MS, "retry-after-ms: 60000",
                RetryHint.X_MS_RETRY_AFTER_MS, "x-ms-retry-after-ms: 60000");
        for (var wait : waits.entrySet()) {
            open(Account.of("openai", "openai-a", "openai-secret-a1")
                    .limited(Limit.perMinute(1))
                    .hinting(wait.getKey()));
            String[] header = wait.getValue().split(": ", 2);

            assertThat(second().header(header[0])).isEqualTo(header[1]);
        }
        open(Account.of("openai", "openai-a", "openai-secret-a1")
                .limited(Limit.perMinute(1))
                .hinting(RetryHint.BODY));
        var inTheBody = second();
        assertThat(inTheBody.at("/error/message")).contains("Please try again in 60.0s");
        assertThat(inTheBody.header("Retry-After")).isEmpty();
    }

    @Test
    void keepsSilentAboutTheWaitAtTheRelay() throws Exception {
        open(Account.of("yunwu", "yunwu-a", "yunwu-secret-a1").limited(Limit.perMinute(1)));
        PlainClient client = fixture.client("yunwu", "a1");
        client.post("/v1/chat/completions", CHAT.formatted("gemini-2.5-flash-lite"));

        var refused = client.post("/v1/chat/completions", CHAT.formatted("gemini-2.5-flash-lite"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEmpty();
        assertThat(client.post("/v1/chat/completions", CHAT.formatted("gemini-3.5-flash-lite"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsGooglesDayFromItsMinute() throws Exception {
        open(Account.of("google", "google-a", "google-secret-a1")
                .limited(Limit.perDay(1, ZoneId.of("America/Los_Angeles"))));
        PlainClient client = fixture.client("google", "a1");
        String path = "/v1beta/models/gemini-2.5-flash:generateContent";
        String request = "{\"contents\":[{\"parts\":[{\"text\":\"Hello\"}]}]}";
        client.post(path, request);

        var refused = client.post(path, request);
        assertThat(refused.at("/error/status")).isEqualTo("RESOURCE_EXHAUSTED");
        assertThat(refused.at("/error/details/0/violations/0/quotaId")).contains("PerDay");
        assertThat(refused.at("/error/details/1/retryDelay")).isEqualTo(22 * 3600 + "s");
    }

    @Test
    void holdsJobsInFlightUntilTheyAreOver() throws Exception {
        open(Account.of("yunwu", "yunwu-a", "yunwu-secret-a1").limited(Limit.inFlight(2)));
        PlainClient client = fixture.client("yunwu", "a1");
        String clip = "{\"model\":\"veo3-fast\",\"prompt\":\"A harbour\"}";
        client.post("/v1/video/create", clip);
        client.post("/v1/video/create", clip);

        var refused = client.post("/v1/video/create", clip);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("/error/code")).isEqualTo("token_concurrency_limit_reached");
        fixture.clock.advance(Duration.ofSeconds(10));
        assertThat(client.post("/v1/video/create", clip).status()).isEqualTo(200);
    }

    @Test
    void freesThePlaceOfAnswersThatWereStreamed() throws Exception {
        open(Account.of("openai", "openai-a", "openai-secret-a1").limited(Limit.inFlight(1)));
        PlainClient client = fixture.client("openai", "a1");
        String request = CHAT.formatted("gpt-4o-mini").replace("}]}", "}],\"stream\":true}");

        for (int i = 0; i < 5; i++) {
            assertThat(client.post("/v1/chat/completions", request).status()).isEqualTo(200);
        }
    }

    @Test
    void stopsWhenTheMoneyIsGone() throws Exception {
        open(Account.of("yunwu", "yunwu-a", "yunwu-secret-a1").limited(Limit.spend(150_000)));
        PlainClient client = fixture.client("yunwu", "a1");
        String clip = "{\"model\":\"veo3-fast\",\"prompt\":\"A harbour\"}";
        assertThat(client.post("/v1/video/create", clip).status()).isEqualTo(200);

        var refused = client.post("/v1/video/create", clip);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/error/code")).isEqualTo("insufficient_user_quota");
    }

    @Test
    void revokesOneKeyAndLeavesItsSibling() throws Exception {
        fixture.simulator.accounts().revoke("yunwu-a/1");

        assertThat(fixture.client("yunwu", "a1").get("/v1/models").status()).isEqualTo(401);
        assertThat(fixture.client("yunwu", "a2").get("/v1/models").status()).isEqualTo(200);
    }

    private PlainClient.Answer second() throws Exception {
        PlainClient client = fixture.client("openai", "a1");
        client.post("/v1/chat/completions", CHAT.formatted("gpt-4o-mini"));
        var refused = client.post("/v1/chat/completions", CHAT.formatted("gpt-4o-mini"));
        assertThat(refused.status()).isEqualTo(429);
        return refused;
    }

    private void open(Account account) {
        fixture.simulator.accounts().open(account);
    }
}
