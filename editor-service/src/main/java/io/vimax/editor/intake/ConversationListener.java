package io.vimax.editor.intake;

import io.vimax.editor.autopilot.GoOn;
import io.vimax.editor.editing.AskForWork;
import io.vimax.editor.episode.Brief;
import io.vimax.editor.episode.Episode;
import io.vimax.editor.episode.EpisodeException;
import io.vimax.editor.episode.EpisodeStart;
import io.vimax.editor.episode.Episodes;
import io.vimax.editor.episode.Ratio;
import io.vimax.editor.id.TimeOrderedIds;
import io.vimax.editor.models.ModelsException;
import io.vimax.editor.money.BudgetExceeded;
import io.vimax.editor.result.ProcessedEvents;
import io.vimax.editor.script.SpokenLength;
import io.vimax.editor.situation.Situations;
import io.vimax.schemas.conversation.v1.BriefApproved;
import io.vimax.schemas.conversation.v1.EditRequested;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hears conversations. A repeated event changes nothing: it is known by its id, and an episode that is there already is not
 * begun again.
 */
@Component
class ConversationListener {

    private static final Logger log = LoggerFactory.getLogger(ConversationListener.class);
    private static final int SECONDS_OF_AN_IDEA = 30;

    private final ProcessedEvents processed;
    private final GoOn goOn;
    private final Episodes episodes;
    private final AskForWork ask;
    private final Found found;

    ConversationListener(ProcessedEvents processed, GoOn goOn, Episodes episodes, AskForWork ask, Found found) {
        this.processed = processed;
        this.goOn = goOn;
        this.episodes = episodes;
        this.ask = ask;
        this.found = found;
    }

    @Component
    record Found(Situations situations, TimeOrderedIds ids, TransactionTemplate transaction) {}

    @KafkaListener(
            id = "approved-briefs",
            idIsGroup = false,
            topics = "#{T(io.vimax.schemas.Topics).BRIEF_APPROVED.name()}")
    @Transactional
    public void on(BriefApproved event) {
        if (!processed.isNew(event.getEventId())
                || episodes.findAndLock(event.getEpisodeId()).isPresent()) {
            return;
        }
        String idea = event.getIdea().orElse(null);
        var brief = new Brief(
                idea,
                event.getScript().orElse(null),
                "auto",
                event.getSeconds().orElse(idea == null ? null : Integer.valueOf(SECONDS_OF_AN_IDEA)),
                event.getScenes().orElse(null),
                Ratio.of(event.getRatio()),
                event.getLanguage(),
                event.getStyle(),
                event.getSeed().orElseGet(found.ids()::seed),
                Brief.ModelChoice.NONE);
        // Nobody waits for an answer here, so the script may also come later, when the list of models can be read.
        goOn.from(episodes.start(new EpisodeStart(
                event.getEpisodeId(),
                event.getUserId(),
                null,
                event.getTitle().isBlank() ? Episode.UNTITLED : event.getTitle(),
                brief,
                SpokenLength.language(idea != null ? idea : event.getScript().orElse("")),
                event.getAutopilot(),
                null)));
    }

    /**
     * What a sentence can change so far: a shot or a scene is drawn anew with the person's words as its prompt. An edit that the
     * episode refuses is dropped: there is nobody left to tell, and the Studio shows the episode as it is.
     */
    @KafkaListener(
            id = "edit-requests",
            idIsGroup = false,
            topics = "#{T(io.vimax.schemas.Topics).EDIT_REQUESTED.name()}")
    void on(EditRequested event) {
        try {
            found.transaction().executeWithoutResult(_ -> edit(event));
        } catch (EpisodeException | BudgetExceeded | ModelsException.Unknown e) {
            log.info("The edit of episode {} is dropped: {}", event.getEpisodeId(), e.getMessage());
        }
    }

    private void edit(EditRequested event) {
        UUID target = event.getTargetId().orElse(null);
        if (!processed.isNew(event.getEventId()) || target == null) {
            return;
        }
        switch (event.getAction()) {
            case "regenerate_scene" -> regenerate(event, target, null);
            case "regenerate_shot" ->
                episodes.findAndLock(event.getEpisodeId())
                        .flatMap(episode ->
                                found.situations().of(episode.facts()).script().findSceneOfShot(target))
                        .ifPresent(scene -> regenerate(event, scene.id(), target));
            default -> log.info("The edit {} is made by the person in the Studio", event.getAction());
        }
    }

    private void regenerate(EditRequested event, UUID sceneId, @Nullable UUID shotId) {
        // One shot takes the person's words; a whole scene keeps its shots apart.
        String prompt = shotId == null || event.getInstruction().isBlank() ? null : event.getInstruction();
        ask.regenerate(
                event.getUserId(), event.getEpisodeId(), sceneId, new AskForWork.Wish(shotId, prompt, null, null));
    }
}
