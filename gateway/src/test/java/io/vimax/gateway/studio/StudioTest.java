package io.vimax.gateway.studio;

import static io.vimax.gateway.Answers.problem;
import static io.vimax.gateway.TestGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.gateway.TestGateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudioTest {

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        var request = gateway.request(path).header("Accept", "text/html,*/*");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/new", "/episodes/abc", "/series/abc/episodes/3/edit/scenes?take=4", "/keys/usage"})
    void answersEveryAddressWithTheDocument(String path) {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Test Studio");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(get(path, "If-None-Match", page.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({"'br, gzip', br, brotli", "gzip, gzip, gzipped", "identity, , plain"})
    void servesAssetsAsTheyWereCompressed(String accepted, String encoding, String body) {
        HttpResponse<String> asset = get("/assets/index-abc123.js", "Accept-Encoding", accepted);

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.body().strip()).isEqualTo(body);
        assertThat(asset.headers().firstValue("Content-Encoding").orElse(null)).isEqualTo(encoding);
        assertThat(asset.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(asset.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(asset.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
    }

    @Test
    void saysThatAnAssetIsMissing() {
        HttpResponse<String> missing = get("/assets/missing.js");

        problem(missing, 404, "not-found");
        assertThat(missing.headers().firstValue("Cache-Control")).hasValue("no-store");
        problem(get("/assets/"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/..%2f..%2f..%2f..%2fapplication.yaml",
                "/assets/%2e%2e/index.html",
                "/assets/../../../../application.yaml",
                "/assets/..%5c..%5capplication.yaml",
                "/assets/%252e%252e/%252e%252e/application.yaml",
                "/assets//index.html",
                "/assets/%00",
                "/assets/;/index.html"
            })
    void refusesToLeaveTheFolderOfAssets(String path) {
        problem(get(path), 400, "bad-path");
    }

    @Test
    void servesTheFilesBesideTheDocument() {
        assertThat(get("/theme.js").body()).contains("theme");
        assertThat(get("/favicon.svg").headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(get("/theme.js").headers().firstValue("Cache-Control")).hasValue("no-cache");
        problem(get("/application.yaml"), 404, "not-found");
    }

    @Test
    void isForReadingOnly() {
        problem(send(gateway.request("/series").POST(BodyPublishers.ofString("{}"))), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/leases", "/media/x", "/ws/events"})
    void isNotWhatIsReserved(String path) {
        problem(get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/assets/index-abc123.js",
                "/assets/missing.js",
                "/api/v1/session",
                "/sign-in/x",
                "/actuator/health"
            })
    void securesEveryAnswer(String path) {
        var headers = get(path).headers();

        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    }
}
