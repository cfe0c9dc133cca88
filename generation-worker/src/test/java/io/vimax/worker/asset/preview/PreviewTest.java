package io.vimax.worker.asset.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.testing.Identities;
import io.vimax.testing.TestServers;
import io.vimax.worker.asset.Assets;
import io.vimax.worker.asset.ExpectedContent;
import io.vimax.worker.asset.StoredFile;
import io.vimax.worker.asset.store.ContentHolds;
import io.vimax.worker.asset.store.ContentStore;
import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.MediaProbe;
import io.vimax.worker.media.TestClips;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over real HTTP, with films that FFmpeg draws: red for a second and a half, then blue. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"worker.asset.folder=target/asset-test", "spring.kafka.listener.auto-startup=false"})
@ContextConfiguration(initializers = TestServers.class)
class PreviewTest {

    private static final AtomicInteger DIFFERENT = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final UUID owner = UUID.randomUUID();

    @Autowired
    private Assets assets;

    @Autowired
    private ContentStore contents;

    @Autowired
    private ContentHolds holds;

    @Autowired
    private Ffmpeg ffmpeg;

    @Autowired
    private MediaProbe probe;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @TempDir
    Path folder;

    private UUID film;

    @BeforeEach
    void keepAFilm() throws Exception {
        film = keep(redThenBlue(), ExpectedContent.FILM);
    }

    @Test
    void showsAStillOfAFilm() throws Exception {
        var answer = get(owner, film, "/poster");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        BufferedImage still = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(still.getWidth()).isEqualTo(320);
        assertThat(still.getHeight()).isEqualTo(180);
        assertThat(isRed(still, 160, 90)).isTrue();
    }

    @Test
    void laysStillsOfAFilmIntoOnePicture() throws Exception {
        JsonNode layout = json.readTree(get(owner, film, "/sprite/layout").body());
        BufferedImage sheet = ImageIO.read(
                new ByteArrayInputStream(get(owner, film, "/sprite").body()));

        assertThat(layout.toString())
                .isEqualTo("{\"tile_width\":160,\"tile_height\":90,\"columns\":6,\"count\":6,\"interval_ms\":500}");
        assertThat(sheet.getWidth()).isEqualTo(6 * 160);
        assertThat(sheet.getHeight()).isEqualTo(90);
        for (int still = 0; still < 6; still++) {
            assertThat(isRed(sheet, still * 160 + 80, 45))
                    .as("still at " + still * 500 + " ms")
                    .isEqualTo(still < 3);
        }
    }

    @Test
    void drawsHowLoudASoundIs() throws Exception {
        UUID sound = keep(swell(), ExpectedContent.SOUND);

        var answer = get(owner, sound, "/waveform");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode waveform = json.readTree(answer.body());
        assertThat(waveform.path("version").asInt()).isEqualTo(1);
        assertThat(waveform.path("points_per_second").asInt()).isEqualTo(50);
        JsonNode peaks = waveform.path("peaks");
        assertThat(peaks.size()).isEqualTo(100);
        assertThat(peaks.get(10).asDouble()).isZero();
        assertThat(peaks.get(75).asDouble()).isBetween(0.48, 0.52);
    }

    @Test
    void sendsAPreviewAsItSendsAnAsset() throws Exception {
        var whole = get(owner, film, "/poster");
        String tag = whole.headers().firstValue("ETag").orElseThrow();

        assertThat(get(owner, film, "/poster", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        var part = get(owner, film, "/poster", "Range", "bytes=2-5");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 2, 6));
    }

    @Test
    void tellsTheFacts() throws Exception {
        JsonNode facts = json.readTree(get(owner, film, "/details").body());

        assertThat(facts.path("media_type").asString()).isEqualTo("video/mp4");
        assertThat(facts.path("duration_ms").asInt()).isEqualTo(3000);
        assertThat(facts.path("width").asInt()).isEqualTo(320);
        assertThat(facts.path("frame_rate").asDouble()).isEqualTo(24);
    }

    @Test
    void saysThatThereIsNone() throws Exception {
        UUID picture =
                keep(TestClips.picture(folder.resolve("p.png"), "0x" + colour(), "64x64"), ExpectedContent.PICTURE);

        for (String path : List.of("/poster", "/sprite", "/waveform", "/sprite/layout")) {
            assertThat(code(get(owner, picture, path))).as(path).isEqualTo("preview-not-found");
        }
        assertThat(code(get(owner, film, "/waveform"))).as("a silent film").isEqualTo("preview-not-found");
        assertThat(code(get(owner, film, "/waveform"))).as("asked again").isEqualTo("preview-not-found");
    }

    @Test
    void showsNothingToAnotherPerson() throws Exception {
        for (String path : List.of("/poster", "/sprite", "/sprite/layout", "/waveform", "/details")) {
            assertThat(code(get(UUID.randomUUID(), film, path))).as(path).isEqualTo("asset-not-found");
        }
    }

    @Test
    void isMadeOnceHoweverManyAskWhicheverReplica() throws Exception {
        var made = new AtomicInteger();
        var one = new Previews(assets, new PreviewRows(jdbc), counting(made));
        var other = new Previews(assets, new PreviewRows(jdbc), counting(made));
        List<Future<Preview>> answers = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 12; caller++) {
                Previews replica = caller % 2 == 0 ? one : other;
                answers.add(callers.submit(() -> replica.get(assets.get(film, owner), PreviewKind.SPRITE)));
            }
        }

        for (Future<Preview> answer : answers) {
            assertThat(answer.get()).isEqualTo(answers.getFirst().get());
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void isMadeByAnotherWhenItsMakerDied() throws Exception {
        jdbc.sql(
                        "insert into asset_preview (sha256, kind, state, claimed_until) values (:sha, 'POSTER', 'MAKING', now() - interval '1 s')")
                .param("sha", assets.get(film, owner).file().sha256())
                .update();

        assertThat(get(owner, film, "/poster").statusCode()).isEqualTo(200);
    }

    @Test
    void isTriedAgainAfterAFault() throws Exception {
        var broken = new Previews(assets, new PreviewRows(jdbc), new PreviewMaker(contents, holds, ffmpeg, probe) {
            @Override
            Preview make(PreviewKind kind, Path media) {
                throw new UncheckedIOException(new IOException("the disk hums"));
            }
        });

        assertThatThrownBy(() -> broken.get(assets.get(film, owner), PreviewKind.POSTER))
                .hasMessageContaining("the disk hums");

        assertThat(get(owner, film, "/poster").statusCode()).isEqualTo(200);
    }

    @Test
    void isMadeAnewWhenTheStoreHasLostIt() throws Exception {
        var first = get(owner, film, "/poster");
        String sha256 = first.headers().firstValue("ETag").orElseThrow().replace("\"", "");
        contents.delete(new io.vimax.worker.asset.store.Content(sha256, first.body().length, "image/jpeg"));

        var second = get(owner, film, "/poster");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    private PreviewMaker counting(AtomicInteger made) {
        return new PreviewMaker(contents, holds, ffmpeg, probe) {
            @Override
            Preview make(PreviewKind kind, Path media) throws IOException, InterruptedException {
                made.incrementAndGet();
                return super.make(kind, media);
            }
        };
    }

    private UUID keep(Path file, ExpectedContent expected) throws InterruptedException {
        UUID id = UUID.randomUUID();
        StoredFile stored = assets.keep(file, expected);
        assets.add(id, owner, UUID.randomUUID(), stored);
        return id;
    }

    /** No two have the same content, so that no test finds what another has made. */
    private Path redThenBlue() throws Exception {
        Path target = folder.resolve("film.mp4");
        ffmpeg.run(List.of(
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "color=c=red:s=320x180:r=24:d=1.5",
                "-f",
                "lavfi",
                "-i",
                "color=c=blue:s=320x180:r=24:d=1.5",
                "-filter_complex",
                "[0][1]concat=n=2",
                "-metadata",
                "title=" + UUID.randomUUID(),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                target.toAbsolutePath().toString()));
        return target;
    }

    /** A second of silence, then a second of half of full scale. */
    private Path swell() throws Exception {
        Path target = folder.resolve("swell.wav");
        ffmpeg.run(List.of(
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='if(lt(t,1),0,0.5*sin(2*PI*440*t))':s=44100:d=2",
                "-metadata",
                "title=" + UUID.randomUUID(),
                target.toAbsolutePath().toString()));
        return target;
    }

    private static String colour() {
        return String.format("%06x", 0x102030 + DIFFERENT.incrementAndGet());
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 200 && colour.getBlue() < 60;
    }

    private String code(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        return json.readTree(new String(answer.body(), StandardCharsets.UTF_8))
                .path("code")
                .asString();
    }

    private HttpResponse<byte[]> get(UUID person, UUID asset, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/assets/" + asset + path))
                .header("Authorization", "Bearer " + Identities.person(person))
                .timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
