package io.vimax.simulator;

import static io.vimax.simulator.scenario.Armed.always;
import static io.vimax.simulator.scenario.Armed.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.simulator.PlainClient.Answer;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.scenario.Moment;
import io.vimax.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every trick on the way of a result to its owner, over HTTP. The last check fails for a scenario that no test here has armed. */
class DownloadScenarioTest extends ArmedSimulator {

    private static final CoveredScenarios COVERED = new CoveredScenarios();

    @AfterAll
    static void everyScenarioIsTested() {
        COVERED.requireAll(Moment.DOWNLOAD);
    }

    @Test
    void cutsADownloadAndDeliversTheNext() throws Exception {
        String link = finished().at("/video_url").asString();
        arm(once(Scenario.DOWNLOAD_CUT));

        assertThatThrownBy(() -> client.get(link)).isInstanceOf(IOException.class);
        assertThat(fixture.simulator.ledger().count(LedgerKind.DOWNLOADED)).isZero();
        assertThat(client.get(link).status()).isEqualTo(200);
        Answer rest = client.send(client.request(link).header("Range", "bytes=100-"));
        assertThat(rest.status()).isEqualTo(206);
        assertThat(rest.header("Content-Range")).startsWith("bytes 100-");
    }

    @Test
    void deliversSlowlyAndWhole() throws Exception {
        String link = finished().at("/video_url").asString();
        byte[] whole = client.get(link).bytes();
        arm(once(Scenario.DOWNLOAD_SLOW).with("100000"));

        assertThat(client.get(link).bytes()).isEqualTo(whole);
    }

    @Test
    void deliversWithoutEnd() throws Exception {
        String link = finished().at("/video_url").asString();
        arm(once(Scenario.DOWNLOAD_ENDLESS));

        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = http.send(
                    HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Length")).isEmpty();
            try (var body = response.body()) {
                assertThat(body.readNBytes(20_000_000)).hasSize(20_000_000);
            }
            http.shutdownNow();
        }
    }

    @Test
    void saysThatAFileIsHuge() throws Exception {
        String link = finished().at("/video_url").asString();
        arm(once(Scenario.DOWNLOAD_HUGE).with("300000"));
        assertThat(client.get(link).bytes()).hasSize(300_000);

        arm(once(Scenario.DOWNLOAD_HUGE));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = http.send(
                    HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Length")).contains("5000000000");
            response.body().close();
            http.shutdownNow();
        }
    }

    @Test
    void refusesALinkThatIsTooOld() throws Exception {
        String link = finished().at("/video_url").asString();
        arm(once(Scenario.LINK_EXPIRED));
        Answer expired = client.get(link);
        assertThat(expired.status()).isEqualTo(403);
        assertThat(expired.text()).contains("<Code>AccessDenied</Code>");

        assertThat(client.get(link).status()).isEqualTo(200);
        fixture.clock.advance(Duration.ofHours(25));
        assertThat(client.get(link).status()).isEqualTo(403);
    }

    @Test
    void redirectsToWhereNobodyShouldGo() throws Exception {
        String link = finished().at("/video_url").asString();
        arm(once(Scenario.REDIRECT_TO_METADATA));
        assertThat(client.get(link).header("Location")).startsWith("http://169.254.169.254/");
        arm(once(Scenario.REDIRECT_TO_LOCALHOST).with("http://localhost:22/"));
        assertThat(client.get(link).header("Location")).isEqualTo("http://localhost:22/");
        arm(once(Scenario.REDIRECT_ONCE));
        assertThat(client.get(link).header("Location")).isEqualTo(link);
        assertThat(client.get(link).status()).isEqualTo(200);
        arm(always(Scenario.REDIRECT_LOOP));
        for (int i = 0; i < 3; i++) {
            assertThat(client.get(link).status()).isEqualTo(302);
        }
    }

    @Override
    CoveredScenarios covered() {
        return COVERED;
    }
}
