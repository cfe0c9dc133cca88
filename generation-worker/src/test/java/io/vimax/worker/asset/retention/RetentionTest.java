package io.vimax.worker.asset.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vimax.testing.PostgresServer;
import io.vimax.testing.TestServers;
import io.vimax.worker.asset.AssetException;
import io.vimax.worker.asset.AssetUse;
import io.vimax.worker.asset.Assets;
import io.vimax.worker.asset.ExpectedContent;
import io.vimax.worker.asset.StoredFile;
import io.vimax.worker.asset.retention.RetentionProperties.Mode;
import io.vimax.worker.asset.store.Content;
import io.vimax.worker.asset.store.ContentStore;
import io.vimax.worker.media.TestClips;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On a database and a folder of its own; the editor is a set of what it uses. */
@SpringBootTest(properties = {"worker.asset.folder=target/retention-test", "spring.kafka.listener.auto-startup=false"})
@ContextConfiguration(initializers = TestServers.class)
class RetentionTest {

    private static final AtomicInteger DIFFERENT = new AtomicInteger();

    private final UUID owner = UUID.randomUUID();
    private final Set<UUID> used = ConcurrentHashMap.newKeySet();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Autowired
    private Assets assets;

    @Autowired
    private ContentStore contents;

    @Autowired
    private RetentionRows rows;

    @Autowired
    private Removal removal;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        String url = PostgresServer.freshUrl();
        settings.add("spring.datasource.url", () -> url);
    }

    @Test
    void throwsAwayWhatNothingHasUsedForLong() throws Exception {
        StoredFile file = picture();
        UUID asset = oldAsset(file);

        round(Mode.ON);
        assertThat(isThere(asset)).as("nothing uses it since now").isTrue();
        pass(asset, 15);
        round(Mode.ON);

        assertThat(isThere(asset)).isFalse();
        assertThat(contents.has(content(file))).isFalse();
        assertThat(count("asset where id = '" + asset + "'")).isZero();
        assertThat(metrics.counter("worker.assets.dropped").count()).isEqualTo(1);
        assertThat(metrics.counter("worker.assets.removed.bytes").count()).isEqualTo(file.bytes());
    }

    @Test
    void keepsWhatIsUsedHoweverOldItIs() throws Exception {
        UUID asset = oldAsset(picture());
        used.add(asset);

        round(Mode.ON);
        pass(asset, 100);
        round(Mode.ON);

        assertThat(isThere(asset)).isTrue();
    }

    @Test
    void countsFromTheLastUse() throws Exception {
        UUID asset = oldAsset(picture());
        round(Mode.ON);
        pass(asset, 13);
        used.add(asset);
        round(Mode.ON);
        used.remove(asset);
        pass(asset, 2);

        round(Mode.ON);
        pass(asset, 13);
        round(Mode.ON);

        assertThat(isThere(asset)).isTrue();
    }

    @Test
    void keepsWhatIsYoungEvenIfNothingUsesIt() throws Exception {
        UUID asset = UUID.randomUUID();
        assets.add(asset, owner, UUID.randomUUID(), picture());
        jdbc.sql("update asset set unused_since = now() - interval '100 days' where id = :id")
                .param("id", asset)
                .update();

        round(Mode.ON);

        assertThat(isThere(asset)).isTrue();
    }

    @Test
    void keepsEverythingWhenTheEditorDoesNotAnswer() throws Exception {
        UUID asset = oldAsset(picture());
        round(Mode.ON);
        pass(asset, 15);

        round(Mode.ON, _ -> {
            throw new IllegalStateException("away");
        });

        assertThat(isThere(asset)).isTrue();
        assertThat(metrics.counter("worker.assets.retention.failures").count()).isEqualTo(1);
    }

    @Test
    void keepsWhatATaskThatIsNotOverWorksWith() throws Exception {
        UUID keyframe = oldAsset(picture());
        UUID made = oldAsset(picture());
        UUID generation = jdbc.sql("select generation_id from asset where id = :id")
                .param("id", made)
                .query(UUID.class)
                .single();
        UUID task = task(generation, "{\"keyframe_asset_id\": \"" + keyframe + "\"}");
        round(Mode.ON);
        pass(keyframe, 15);
        pass(made, 15);
        jdbc.sql("update asset set unused_since = now() - interval '15 days'").update();

        round(Mode.ON);
        assertThat(isThere(keyframe)).isTrue();
        assertThat(isThere(made)).isTrue();

        jdbc.sql("update task set state = 'SUCCEEDED' where id = :id")
                .param("id", task)
                .update();
        for (int time = 0; time < 2; time++) {
            pass(keyframe, 15);
            pass(made, 15);
            round(Mode.ON);
        }
        assertThat(isThere(keyframe)).isFalse();
        assertThat(isThere(made)).isFalse();
    }

    @Test
    void keepsAContentThatAnotherAssetShares() throws Exception {
        StoredFile file = picture();
        UUID unused = oldAsset(file);
        UUID other = oldAsset(file);
        used.add(other);

        round(Mode.ON);
        pass(unused, 15);
        round(Mode.ON);

        assertThat(isThere(unused)).isFalse();
        assertThat(assets.getPath(other, owner)).exists();
    }

    @Test
    void throwsNothingAwayInADryRunButSaysWhatWouldGo() throws Exception {
        UUID asset = oldAsset(picture());

        round(Mode.DRY_RUN);
        pass(asset, 15);
        round(Mode.DRY_RUN);

        assertThat(isThere(asset)).isTrue();
        assertThat(metrics.counter("worker.assets.would.drop").count()).isEqualTo(1);
    }

    @Test
    void asksNobodyWhenItIsOff() throws Exception {
        oldAsset(picture());
        var asked = new AtomicInteger();

        round(Mode.OFF, ids -> {
            asked.incrementAndGet();
            return Set.copyOf(ids);
        });

        assertThat(asked).hasValue(0);
    }

    @Test
    void goesOnAfterACrashBetweenAnyTwoSteps() throws Exception {
        StoredFile marked = picture();
        UUID markedOnly = oldAsset(marked);
        StoredFile deleted = picture();
        UUID contentGone = oldAsset(deleted);
        rows.drop(Set.of(markedOnly, contentGone));
        expireHolds();
        contents.delete(content(deleted));

        round(Mode.ON);

        assertThat(contents.has(content(marked))).isFalse();
        assertThat(count("asset where dropped_at is not null")).isZero();
    }

    @Test
    void throwsAwayAContentThatNothingEverNamed() throws Exception {
        StoredFile forgotten = picture();
        round(Mode.ON);
        assertThat(contents.has(content(forgotten)))
                .as("it was stored just now")
                .isTrue();

        expireHolds();
        round(Mode.ON);

        assertThat(contents.has(content(forgotten))).isFalse();
        assertThat(count("content_hold where sha256 = '" + forgotten.sha256() + "'"))
                .isZero();
    }

    @Test
    void neverTakesAContentFromAWorkerThatStoresItAtTheSameTime() throws Exception {
        Path picture = TestClips.picture(folder.resolve("race.png"), colour(), "64x64");
        for (int time = 0; time < 25; time++) {
            StoredFile file = assets.keep(picture, ExpectedContent.PICTURE);
            UUID old = oldAsset(file);
            rows.drop(Set.of(old));
            expireHolds();
            UUID again = UUID.randomUUID();
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                var kept = both.submit(() -> {
                    assets.add(again, owner, UUID.randomUUID(), assets.keep(picture, ExpectedContent.PICTURE));
                    return true;
                });
                var removed = both.submit(() -> removal.remove(content(file)));
                assertThat(kept.get()).isTrue();
                removed.get();
            }

            assertThat(assets.getPath(again, owner)).as("time " + time).exists();
            rows.drop(Set.of(again));
        }
    }

    @Test
    void letsTwoReplicasGoRoundTogether() throws Exception {
        Set<UUID> all = new HashSet<>();
        for (int asset = 0; asset < 20; asset++) {
            all.add(oldAsset(picture()));
        }
        for (int time = 0; time < 2; time++) {
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                both.submit(() -> round(Mode.ON));
                both.submit(() -> round(Mode.ON));
            }
            all.forEach(asset -> pass(asset, 15));
        }
        round(Mode.ON);

        assertThat(all).noneMatch(this::isThere);
        assertThat(metrics.counter("worker.assets.dropped").count()).isEqualTo(20);
        assertThat(metrics.counter("worker.assets.retention.failures").count()).isZero();
    }

    private void round(Mode mode) {
        round(mode, this::unused);
    }

    private void round(Mode mode, AssetUse use) {
        var properties = new RetentionProperties(mode, Duration.ofDays(30), Duration.ofDays(14));
        new Retention(properties, rows, use, removal, metrics).round();
    }

    private Set<UUID> unused(Collection<UUID> ids) {
        Set<UUID> unused = new HashSet<>(ids);
        unused.removeAll(used);
        return unused;
    }

    private UUID oldAsset(StoredFile file) {
        UUID id = UUID.randomUUID();
        assets.add(id, owner, UUID.randomUUID(), file);
        jdbc.sql("update asset set created_at = now() - interval '31 days' where id = :id")
                .param("id", id)
                .update();
        return id;
    }

    /** Days go by, and with them the hold of what was stored. */
    private void pass(UUID asset, int days) {
        jdbc.sql("update asset set unused_since = unused_since - :days * interval '1 day',"
                        + " asked_at = asked_at - :days * interval '1 day' where id = :id")
                .param("id", asset)
                .param("days", days)
                .update();
        expireHolds();
    }

    private void expireHolds() {
        jdbc.sql("update content_hold set held_until = now() - interval '1 second'")
                .update();
    }

    private UUID task(UUID id, String work) {
        jdbc.sql("""
                insert into task (id, episode_id, user_id, kind, target_type, target_id, target_label, provider, model, priority,
                    work, input_hash, state, not_before)
                values (:id, gen_random_uuid(), :owner, 'VIDEO', 'shot', gen_random_uuid(), 'shot', 'nobody', 'none', 1,
                    :work::jsonb, 'hash', 'AMBIGUOUS', now())
                """).param("id", id).param("owner", owner).param("work", work).update();
        return id;
    }

    private boolean isThere(UUID asset) {
        try {
            return assets.getPath(asset, owner).toFile().isFile();
        } catch (AssetException.NotFound e) {
            return false;
        }
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    private StoredFile picture() throws InterruptedException {
        return assets.keep(
                TestClips.picture(folder.resolve(UUID.randomUUID() + ".png"), colour(), "64x64"),
                ExpectedContent.PICTURE);
    }

    private static String colour() {
        return String.format("0x%06x", 0x405060 + DIFFERENT.addAndGet(5));
    }

    private static Content content(StoredFile file) {
        return new Content(file.sha256(), file.bytes(), file.mediaType());
    }

    @Test
    void saysNotFoundOfWhatWasDropped() throws Exception {
        UUID asset = oldAsset(picture());
        rows.drop(Set.of(asset));

        assertThatThrownBy(() -> assets.getPath(asset, owner)).isInstanceOf(AssetException.NotFound.class);
    }
}
