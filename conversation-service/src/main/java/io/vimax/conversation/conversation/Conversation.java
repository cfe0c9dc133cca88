package io.vimax.conversation.conversation;

import io.vimax.conversation.brief.Brief;
import io.vimax.conversation.brief.BriefChange;
import io.vimax.conversation.brief.Source;
import io.vimax.conversation.understanding.Question;
import io.vimax.conversation.understanding.Tongue;
import io.vimax.conversation.understanding.Understood;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A talk of one person about one film. After the approval its brief no longer changes. */
@Entity
class Conversation {

    /** What is known about the wish for a length that is none, such as "short". */
    private enum LengthTalk {
        CLEAR,
        UNCLEAR,
        /** Once is enough: without an answer a length is assumed. */
        ASKED
    }

    @Id
    private UUID id;

    private UUID userId;

    @Convert(converter = BriefColumn.class)
    private Brief brief;

    @Enumerated(EnumType.STRING)
    private Tongue tongue;

    @Enumerated(EnumType.STRING)
    private @Nullable Question asked;

    @Enumerated(EnumType.STRING)
    private LengthTalk lengthTalk;

    private int messageCount;
    private @Nullable UUID episodeId;

    /** Null until the first write, by which Spring Data knows a new row. */
    @Version
    private @Nullable Long version;

    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway") // Hibernate sets the fields.
    protected Conversation() {}

    Conversation(UUID id, UUID userId, Instant now) {
        this.id = id;
        this.userId = userId;
        this.brief = Brief.EMPTY;
        this.tongue = Tongue.ENGLISH;
        this.asked = Question.STORY;
        this.lengthTalk = LengthTalk.CLEAR;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Counts a message of the person and the answer to it; the first one's number. */
    int countTurn(Tongue spoken, Instant now) {
        tongue = spoken;
        messageCount += 2;
        updatedAt = now;
        return messageCount - 1;
    }

    /**
     * Takes in what a message says.
     *
     * @return what of it came into the brief
     */
    Understood hear(Understood understood, Instant now) {
        requireOpen();
        Understood taken = fit(understood);
        brief = brief.with(taken.change(), Set.of());
        if (taken.vagueLength() && lengthTalk == LengthTalk.CLEAR) {
            lengthTalk = LengthTalk.UNCLEAR;
        }
        decideWhatToAsk();
        updatedAt = now;
        return taken;
    }

    /** The person writes in the brief itself. */
    void change(BriefChange change, Set<String> cleared, Instant now) {
        requireOpen();
        brief = brief.with(change, cleared);
        decideWhatToAsk();
        updatedAt = now;
    }

    /**
     * Closes the brief.
     *
     * @param newEpisode id for the episode, unless there is one already
     * @return whether this approval was the first
     */
    boolean approve(UUID newEpisode, Instant now) {
        if (episodeId != null) {
            return false;
        }
        if (!brief.hasStory()) {
            throw new ConversationException.BriefIncomplete();
        }
        if (brief.secondsNeeded() > 0) {
            throw new ConversationException.ScriptTooLong(brief.secondsNeeded());
        }
        episodeId = newEpisode;
        asked = null;
        updatedAt = now;
        return true;
    }

    /** What fits the brief as it is: a yes becomes what it agrees to, more of a story goes on the story. */
    private Understood fit(Understood understood) {
        BriefChange change = understood.change();
        if (asked == Question.LONGER
                && understood.agrees()
                && brief.secondsNeeded() <= BriefChange.LONGEST_FILM_SECONDS) {
            change = change.withSeconds(brief.secondsNeeded());
        }
        if (change.idea() != null && brief.idea() != null && understood.addsToIdea()) {
            String longer = brief.idea().value() + "\n" + change.idea();
            if (longer.length() > BriefChange.LONGEST_IDEA) {
                return understood.without(change.withIdea(null), Understood.Refused.STORY);
            }
            change = change.withIdea(longer);
        }
        return understood.with(change);
    }

    private void decideWhatToAsk() {
        if (brief.seconds() != null && brief.seconds().source() == Source.YOU && lengthTalk == LengthTalk.UNCLEAR) {
            lengthTalk = LengthTalk.CLEAR;
        }
        if (!brief.hasStory()) {
            asked = Question.STORY;
        } else if (brief.secondsNeeded() > 0) {
            asked = Question.LONGER;
        } else if (lengthTalk == LengthTalk.UNCLEAR) {
            asked = Question.LENGTH;
            lengthTalk = LengthTalk.ASKED;
        } else {
            asked = null;
        }
    }

    private void requireOpen() {
        if (episodeId != null) {
            throw new ConversationException.Approved(episodeId);
        }
    }

    Status status() {
        if (episodeId != null) {
            return Status.APPROVED;
        }
        return brief.hasStory() && brief.secondsNeeded() == 0 ? Status.READY : Status.COLLECTING;
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    Brief brief() {
        return brief;
    }

    Tongue tongue() {
        return tongue;
    }

    @Nullable
    Question asked() {
        return asked;
    }

    int messageCount() {
        return messageCount;
    }

    @Nullable
    UUID episodeId() {
        return episodeId;
    }

    long version() {
        return Objects.requireNonNull(version, "not written yet");
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
