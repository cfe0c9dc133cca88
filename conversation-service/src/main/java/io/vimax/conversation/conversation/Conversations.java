package io.vimax.conversation.conversation;

import io.vimax.conversation.brief.BriefChange;
import io.vimax.conversation.conversation.Messages.Message;
import io.vimax.conversation.id.TimeOrderedIds;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All conversations; another person's is not there. */
@Component
class Conversations {

    /** Behind every id. */
    private static final UUID LAST = new UUID(-1, -1);

    private final ConversationRepository repository;
    private final Messages messages;
    private final Once once;
    private final TimeOrderedIds ids;
    private final Clock clock;

    Conversations(ConversationRepository repository, Messages messages, Once once, TimeOrderedIds ids, Clock clock) {
        this.repository = repository;
        this.messages = messages;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
    }

    record Begun(Conversation conversation, boolean created) {}

    @Transactional
    public Begun begin(UUID person, @Nullable String key) {
        UUID offered = ids.next();
        UUID id = once.claim(person, "POST conversations", key, "", offered);
        if (!id.equals(offered)) {
            return new Begun(find(person, id), false);
        }
        return new Begun(repository.saveAndFlush(new Conversation(id, person, clock.instant())), true);
    }

    @Transactional(readOnly = true)
    public Conversation get(UUID person, UUID id) {
        return find(person, id);
    }

    @Transactional(readOnly = true)
    public List<Conversation> list(UUID person, @Nullable UUID before, int limit) {
        return repository.list(person, before == null ? LAST : before, Limit.of(limit));
    }

    @Transactional(readOnly = true)
    public List<Message> listMessages(UUID person, UUID id, int after, int limit) {
        return messages.list(find(person, id).id(), after, limit);
    }

    @Transactional
    public Conversation change(UUID person, UUID id, long seenVersion, BriefChange change, Set<String> cleared) {
        Conversation conversation =
                repository.lock(id, person).orElseThrow(() -> new ConversationException.NotFound(id));
        if (conversation.version() != seenVersion) {
            throw new ConversationException.Stale(conversation.version());
        }
        conversation.change(change, cleared, clock.instant());
        return repository.saveAndFlush(conversation);
    }

    private Conversation find(UUID person, UUID id) {
        return repository.findByIdAndUserId(id, person).orElseThrow(() -> new ConversationException.NotFound(id));
    }
}
