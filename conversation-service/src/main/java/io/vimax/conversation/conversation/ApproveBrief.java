package io.vimax.conversation.conversation;

import io.vimax.conversation.brief.Answer;
import io.vimax.conversation.brief.Brief;
import io.vimax.conversation.event.Events;
import io.vimax.conversation.id.TimeOrderedIds;
import io.vimax.schemas.Topics;
import io.vimax.schemas.conversation.v1.BriefApproved;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a brief an episode: the approval and its event are one transaction, a second approval changes nothing. */
@Component
class ApproveBrief {

    private final ConversationRepository repository;
    private final Events events;
    private final TimeOrderedIds ids;
    private final Clock clock;

    ApproveBrief(ConversationRepository repository, Events events, TimeOrderedIds ids, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins the episode of a brief, once.
     *
     * @param seenVersion what the person read, so that nobody approves what they did not see; empty takes it as it is
     * @return id of the episode that begins, or began with an earlier approval
     */
    @Transactional
    public UUID approve(UUID person, UUID id, OptionalLong seenVersion) {
        Conversation conversation =
                repository.lock(id, person).orElseThrow(() -> new ConversationException.NotFound(id));
        if (conversation.status() != Status.APPROVED
                && seenVersion.isPresent()
                && seenVersion.getAsLong() != conversation.version()) {
            throw new ConversationException.Stale(conversation.version());
        }
        Instant now = clock.instant();
        if (conversation.approve(ids.next(), now)) {
            Conversation approved = repository.saveAndFlush(conversation);
            events.publish(Topics.BRIEF_APPROVED, id, event(approved, now));
        }
        return Objects.requireNonNull(conversation.episodeId());
    }

    private BriefApproved event(Conversation conversation, Instant now) {
        Brief brief = conversation.brief();
        return BriefApproved.newBuilder()
                .setEventId(ids.next())
                .setOccurredAt(now.truncatedTo(ChronoUnit.MILLIS))
                .setUserId(conversation.userId())
                .setVersion(conversation.version())
                .setConversationId(conversation.id())
                .setEpisodeId(Objects.requireNonNull(conversation.episodeId()))
                .setTitle(Objects.requireNonNullElse(valueOf(brief.title()), ""))
                .setIdea(valueOf(brief.idea()))
                .setScript(valueOf(brief.script()))
                .setSeconds(valueOf(brief.seconds()))
                .setScenes(valueOf(brief.scenes()))
                .setRatio(brief.ratio().value())
                .setLanguage(brief.language().value())
                .setStyle(brief.style().value())
                .setSeed(valueOf(brief.seed()))
                .setAutopilot(brief.autopilot().value())
                .build();
    }

    private static <T> @Nullable T valueOf(@Nullable Answer<T> answer) {
        return answer == null ? null : answer.value();
    }
}
