package io.vimax.editor.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.editor.RunningEditor;
import io.vimax.testing.Identities;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a real database, each place in turn that can name an asset. */
class AssetUseTest {

    private static RunningEditor editor;
    private static JdbcClient jdbc;

    private final UUID person = UUID.randomUUID();

    @BeforeAll
    static void start() {
        editor = new RunningEditor();
        jdbc = editor.context().getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        editor.close();
    }

    @Test
    void namesOnlyWhatNothingUses() {
        UUID episode = editor.begin(person, "{\"idea\":\"A lighthouse keeper stays.\",\"autopilot\":false}");
        UUID unused = UUID.randomUUID();
        UUID music = UUID.randomUUID();
        UUID cut = UUID.randomUUID();
        UUID remembered = UUID.randomUUID();
        UUID film = UUID.randomUUID();
        UUID captions = UUID.randomUUID();
        update("update episode set music_asset_id = '" + music + "' where id = '" + episode + "'");
        update("insert into timeline (episode_id, revision, tracks, updated_at) values ('" + episode
                + "', 1, '[{\"asset_id\":\"" + cut.toString().toUpperCase(java.util.Locale.ROOT)
                + "\"}]', now()) on conflict (episode_id) do update set tracks = excluded.tracks");
        update("insert into checkpoint (id, episode_id, stage, moved_by, version, data, created_at) values"
                + " (gen_random_uuid(), '" + episode + "', 'draft', 'person', 1, '{\"voice_asset_id\":\"" + remembered
                + "\"}', now())");
        update("insert into render (id, episode_id, number, generation_id, content_hash, film_asset_id, srt_asset_id,"
                + " bytes, created_at) values (gen_random_uuid(), '" + episode
                + "', 1, gen_random_uuid(), 'hash', '" + film + "', '" + captions + "', 1, now())");

        var answer = ask(List.of(unused, music, cut, remembered, film, captions));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"unused\":[\"" + unused + "\"]}");
    }

    @Test
    void knowsEveryColumnThatNamesAnAsset() {
        assertThat(jdbc.sql("select table_name || '.' || column_name from information_schema.columns"
                                + " where table_schema = current_schema() and column_name like '%asset%'")
                        .query(String.class)
                        .list())
                .as("another one must be asked about in AssetUses")
                .containsExactlyInAnyOrder(
                        "episode.music_asset_id",
                        "shot.keyframe_asset_id",
                        "line.voice_asset_id",
                        "generation.source_asset_id",
                        "take.keyframe_asset_id",
                        "take.clip_asset_id",
                        "sitter.reference_asset_id",
                        "portrait.asset_id",
                        "render.film_asset_id",
                        "render.vtt_asset_id",
                        "render.srt_asset_id",
                        "render.poster_asset_id");
    }

    @Test
    void answersServicesOnly() {
        assertThat(editor.call(person, "POST", "/internal/assets/unused", "{\"asset_ids\":[]}")
                        .status())
                .isEqualTo(403);
        assertThat(ask(List.of()).text()).isEqualTo("{\"unused\":[]}");
    }

    @Test
    void refusesMoreThanItAnswersAtOnce() {
        var many = new ArrayList<UUID>();
        for (int i = 0; i <= 5_000; i++) {
            many.add(new UUID(0, i));
        }

        assertThat(ask(many).status()).isEqualTo(422);
    }

    private RunningEditor.Answer ask(List<UUID> ids) {
        String list = String.join(",", ids.stream().map(id -> "\"" + id + "\"").toList());
        return editor.call(
                person,
                "POST",
                "/internal/assets/unused",
                "{\"asset_ids\":[" + list + "]}",
                "Authorization",
                "Bearer " + Identities.service("generation-worker", "editor-service"));
    }

    private static void update(String sql) {
        assertThat(jdbc.sql(sql).update()).isEqualTo(1);
    }
}
