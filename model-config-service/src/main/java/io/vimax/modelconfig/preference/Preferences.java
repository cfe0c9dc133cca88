package io.vimax.modelconfig.preference;

import io.vimax.modelconfig.model.Category;
import io.vimax.modelconfig.model.Model;
import io.vimax.modelconfig.model.ModelException;
import io.vimax.modelconfig.model.Models;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each person's choice. */
@Component
class Preferences {

    private final JdbcClient jdbc;
    private final Models models;
    private final Clock clock;
    private final UsualChoice usual;

    Preferences(JdbcClient jdbc, Models models, Clock clock, UsualChoice usual) {
        this.jdbc = jdbc;
        this.models = models;
        this.clock = clock;
        this.usual = usual;
    }

    /** Names of the models a person works with. */
    record Choice(String chat, String image, String video, String speech, String music) {}

    /** @param version counts the changes; 0 when nothing was chosen yet */
    record Kept(Choice choice, long version) {}

    Kept of(UUID person) {
        return find(person).orElseGet(() -> new Kept(usual.choice(), 0));
    }

    /**
     * Keeps a choice.
     *
     * @param expected version that the person saw, or empty to overwrite whatever there is
     * @return what is kept now, or empty when somebody was faster
     */
    @Transactional
    Optional<Kept> choose(UUID person, Choice choice, Optional<Long> expected) {
        requireFit(choice.chat(), Category.CHAT);
        requireFit(choice.image(), Category.IMAGE);
        requireFit(choice.video(), Category.VIDEO);
        requireFit(choice.speech(), Category.SPEECH);
        requireFit(choice.music(), Category.MUSIC);
        if (!choice.video().equals(of(person).choice().video())) {
            requireFirstFrame(choice.video());
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:person, 0))")
                .param("person", person.toString())
                .query((_, _) -> true)
                .single();
        long version = of(person).version();
        if (expected.isPresent() && expected.get() != version) {
            return Optional.empty();
        }
        jdbc.sql("""
                        insert into user_model_preferences as p
                            (user_id, chat_model, image_model, video_model, speech_model, music_model, version, created_at, updated_at)
                        values (:person, :chat, :image, :video, :speech, :music, 1, :now, :now)
                        on conflict (user_id) do update set chat_model = excluded.chat_model, image_model = excluded.image_model,
                            video_model = excluded.video_model, speech_model = excluded.speech_model,
                            music_model = excluded.music_model, version = p.version + 1, updated_at = excluded.updated_at""")
                .param("person", person)
                .param("chat", choice.chat())
                .param("image", choice.image())
                .param("video", choice.video())
                .param("speech", choice.speech())
                .param("music", choice.music())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return Optional.of(of(person));
    }

    private void requireFit(String name, Category category) {
        Model model = models.find(name)
                .orElseThrow(() -> new ModelException.Unfit(name, "There is no model named " + name + "."));
        if (model.category() != category) {
            throw new ModelException.Unfit(
                    name,
                    name + " makes " + model.category().word() + ", it cannot be chosen for " + category.word() + ".");
        }
    }

    /** Every clip is made from the keyframe of its shot. What somebody chose before that was asked stays as it is. */
    private void requireFirstFrame(String name) {
        Model model = models.find(name).orElseThrow();
        if (Integer.valueOf(0).equals(model.capabilities().get("max_images"))) {
            String instead = model.replacement() == null ? "" : ", such as " + model.replacement();
            throw new ModelException.Unfit(
                    name,
                    name
                            + " takes no picture, and every clip is made from the keyframe of its shot. Choose a model that takes a"
                            + " first frame" + instead + ".");
        }
    }

    private Optional<Kept> find(UUID person) {
        return jdbc.sql("select * from user_model_preferences where user_id = :person")
                .param("person", person)
                .query((row, _) -> new Kept(
                        new Choice(
                                row.getString("chat_model"),
                                row.getString("image_model"),
                                row.getString("video_model"),
                                row.getString("speech_model"),
                                row.getString("music_model")),
                        row.getLong("version")))
                .optional();
    }
}
