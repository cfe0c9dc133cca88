package io.vimax.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.simulator.chat.ChatAnswers;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.model.WorkKind;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderSimulatorTest {

    private static final String CLIP = "{\"model\":\"veo3.1-fast\",\"prompt\":\"%s\"}";

    @Test
    void givesTheSameIdsAndTimesForTheSameSeedInWhateverOrder() throws Exception {
        List<String> forward = jobs(7, List.of("A harbour", "A lighthouse", "A harbour"));
        List<String> backward = jobs(7, List.of("A lighthouse", "A harbour", "A harbour"));
        List<String> other = jobs(8, List.of("A harbour", "A lighthouse", "A harbour"));

        assertThat(forward).hasSize(3).containsExactlyInAnyOrderElementsOf(backward);
        assertThat(forward).doesNotContainAnyElementsOf(other);
    }

    private static List<String> jobs(long seed, List<String> prompts) throws Exception {
        try (var fixture =
                new SimulatorFixture(configuration -> configuration.seed(seed).latency(LatencyProfile.REAL))) {
            PlainClient client = fixture.client("yunwu", "a1");
            for (String prompt : prompts) {
                client.post("/v1/video/create", CLIP.formatted(prompt));
            }
            return fixture.simulator.jobs().list().stream()
                    .map(job -> job.id() + " " + job.ends())
                    .toList();
        }
    }

    @Test
    void letsATestAnswerTheChats() throws Exception {
        ChatAnswers answers =
                question -> question.model() + " heard " + question.messages().size();
        try (var fixture = new SimulatorFixture(configuration -> configuration.chat(answers))) {
            var answer = fixture.client("openai", "a1")
                    .post(
                            "/v1/chat/completions",
                            "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");

            assertThat(answer.at("/choices/0/message/content")).isEqualTo("gpt-4o-mini heard 1");
        }
    }

    @Test
    void takesTheTimeOfItsProfile() throws Exception {
        try (var fixture = new SimulatorFixture(configuration -> configuration.latency(LatencyProfile.REAL))) {
            PlainClient client = fixture.client("yunwu", "a1");
            for (int i = 0; i < 60; i++) {
                client.post("/v1/video/create", CLIP.formatted("shot " + i));
            }
            var seconds = new ArrayList<Long>();
            fixture.simulator
                    .jobs()
                    .list()
                    .forEach(job -> seconds.add(
                            job.ends().getEpochSecond() - job.begins().getEpochSecond()));
            seconds.sort(null);

            assertThat(seconds.get(30)).isBetween(50L, 110L);
            assertThat(seconds.getLast()).isLessThanOrEqualTo(600);
        }
    }

    @Test
    void keepsTheLedgerFreeOfSecretsAndGoesOnAfterBytesThatAreNoHttp() throws Exception {
        try (var fixture = new SimulatorFixture()) {
            fixture.client("yunwu", "a1").post("/v1/video/create", CLIP.formatted("A harbour"));
            fixture.client("yunwu", "wrong").post("/v1/video/create", CLIP.formatted("A harbour"));
            try (var socket = new Socket("127.0.0.1", fixture.simulator.port());
                    OutputStream out = socket.getOutputStream()) {
                out.write("EHLO simulator\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .startsWith("HTTP/1.1 400 ");
            }

            assertThat(fixture.admin().get("/ledger").text())
                    .contains("\"key\":\"yunwu-a/1\"")
                    .contains("no request line")
                    .doesNotContain("secret");
            assertThat(fixture.admin().get("/accounts").text())
                    .contains("yunwu-a/1")
                    .doesNotContain("secret");
        }
    }

    @Test
    void isRunByItsAdminPaths() throws Exception {
        try (var fixture = new SimulatorFixture()) {
            PlainClient admin = fixture.admin();
            assertThat(admin.get("/health").at("/status")).isEqualTo("UP");

            assertThat(admin.post("/scenarios", "{\"scenario\":\"html_error\",\"argument\":503,\"times\":2}")
                            .status())
                    .isEqualTo(204);
            assertThat(admin.get("/scenarios").at("/0/scenario")).isEqualTo("html_error");
            PlainClient client = fixture.client("yunwu", "a1");
            assertThat(client.post("/v1/video/create", CLIP.formatted("one")).status())
                    .isEqualTo(503);
            assertThat(admin.get("/scenarios").json().at("/0/times").asInt()).isEqualTo(1);
            assertThat(admin.delete("/scenarios/html_error").status()).isEqualTo(204);
            assertThat(client.post("/v1/video/create", CLIP.formatted("two")).status())
                    .isEqualTo(200);

            assertThat(admin.get("/ledger?kind=accepted&text=two").text().lines())
                    .hasSize(1);
            assertThat(admin.get("/ledger?since=2").text().lines()).hasSize(1);
            assertThat(admin.get("/summary").json().at("/charged").asInt()).isEqualTo(1);
            assertThat(admin.get("/jobs").at("/0/account")).isEqualTo("yunwu-a");
            assertThat(admin.get("/scenarios/catalogue").json().size()).isGreaterThan(50);

            admin.post(
                    "/accounts",
                    "{\"accounts\":[{\"name\":\"late\",\"provider\":\"yunwu\",\"keys\":[\"yunwu-secret-late\"],"
                            + "\"limits\":[{\"kind\":\"requests_per_minute\",\"max\":1,\"window\":\"calendar\"}]}]}");
            PlainClient late = fixture.client("yunwu", "late");
            assertThat(late.post("/v1/video/create", CLIP.formatted("three")).status())
                    .isEqualTo(200);
            assertThat(late.post("/v1/video/create", CLIP.formatted("three")).status())
                    .isEqualTo(429);
            admin.delete("/accounts/late");
            assertThat(late.get("/v1/models").status()).isEqualTo(401);

            assertThat(admin.post("/latency", "{\"profile\":\"quick\",\"models\":{\"veo3.1-fast\":\"100..300\"}}")
                            .status())
                    .isEqualTo(204);
            admin.post("/reset", "");
            assertThat(admin.get("/summary").json().at("/accepted").asInt()).isZero();
        }
    }

    @Test
    void saysWhatIsWrongWithAnAdminCall() throws Exception {
        try (var fixture = new SimulatorFixture()) {
            PlainClient admin = fixture.admin();

            assertThat(admin.post("/scenarios", "{\"scenario\":\"earthquake\"}").at("/error"))
                    .contains("html_error");
            assertThat(admin.post("/scenarios", "{\"scenario\":\"html_error\",\"model_name\":\"x\"}")
                            .at("/error"))
                    .contains("model_name");
            assertThat(admin.post("/scenarios", "{\"scenario\":\"html_error\",\"argument\":\"soon\"}")
                            .at("/error"))
                    .contains("takes a number");
            assertThat(admin.post("/latency", "{\"profile\":\"lunar\"}").at("/error"))
                    .contains("instant, quick and real");
            assertThat(admin.post("/accounts", "{}").at("/error")).contains("no account");
            assertThat(admin.get("/nothing").status()).isEqualTo(404);
        }
    }

    @Test
    void knowsByTheKeyWhoIsMeantWhereThePathDoesNotSay() throws Exception {
        try (var fixture = new SimulatorFixture();
                var ark = new PlainClient(fixture.simulator.url(), "ark-secret-a1");
                var openai = new PlainClient(fixture.simulator.url(), "openai-secret-a1")) {
            assertThat(ark.get("/api/v3/contents/generations/tasks").status()).isEqualTo(200);
            assertThat(openai.get("/v1/models/gpt-4o-mini").status()).isEqualTo(200);
            assertThat(ark.get("/v1/models").at("/error/code")).isEqualTo("InvalidPath");
        }
    }

    @Test
    void notesCallsToNoProviderAtAll() throws Exception {
        try (var fixture = new SimulatorFixture();
                var client = new PlainClient(fixture.simulator.url(), "")) {
            assertThat(client.get("/v1/models").status()).isEqualTo(404);

            assertThat(fixture.simulator.ledger().count(LedgerKind.VIOLATION)).isEqualTo(1);
        }
    }

    @Test
    void readsItsCommandLine(@TempDir Path folder) throws Exception {
        Path accounts = Files.writeString(
                folder.resolve("accounts.json"),
                "{\"accounts\":[{\"name\":\"a\",\"provider\":\"google\",\"keys\":[{\"name\":\"main\",\"secret\":\"s\"}],"
                        + "\"retry_hints\":[\"retry_after\"],\"limits\":[{\"kind\":\"requests_per_day\",\"max\":10,"
                        + "\"zone\":\"America/Los_Angeles\"},{\"kind\":\"in_flight\",\"max\":3,\"models\":\"all\"},"
                        + "{\"kind\":\"spend\",\"micros\":1000000}]}]}");

        var configuration = SimulatorMain.read(
                "--port",
                "0",
                "--profile",
                "real",
                "--media",
                "plain",
                "--seed",
                "9",
                "--accounts",
                accounts.toString());
        assertThat(configuration.seed()).isEqualTo(9);
        assertThat(configuration.latency().byKind()).containsKey(WorkKind.VIDEO);
        assertThat(configuration.accounts()).singleElement().satisfies(account -> {
            assertThat(account.keys().getFirst().name()).isEqualTo("main");
            assertThat(account.limits()).hasSize(3);
            assertThat(account.hints()).hasSize(1);
            assertThat(account.toString()).doesNotContain("secret=s");
        });
        assertThatThrownBy(() -> SimulatorMain.read("--speed", "9")).hasMessageContaining("No option --speed");
        assertThatThrownBy(() -> SimulatorMain.read("--port")).hasMessageContaining("has no value");
    }
}
