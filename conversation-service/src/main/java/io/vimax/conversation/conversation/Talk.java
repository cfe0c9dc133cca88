package io.vimax.conversation.conversation;

import io.vimax.conversation.brief.BriefChange;
import io.vimax.conversation.conversation.Messages.Message;
import io.vimax.conversation.id.TimeOrderedIds;
import io.vimax.conversation.understanding.ReadMessage;
import io.vimax.conversation.understanding.Tongue;
import io.vimax.conversation.understanding.Understood;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears a message, takes it into the brief and answers, in one transaction. */
@Component
class Talk {

    private static final int MOST_MESSAGES = 400;

    private final ConversationRepository repository;
    private final Messages messages;
    private final Once once;
    private final TimeOrderedIds ids;
    private final Clock clock;

    Talk(ConversationRepository repository, Messages messages, Once once, TimeOrderedIds ids, Clock clock) {
        this.repository = repository;
        this.messages = messages;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param created false when this message was sent before with the same key */
    record Turn(Message message, Message reply, Conversation conversation, boolean created) {}

    /** A message to an approved conversation is kept and answered, and changes nothing. */
    @Transactional
    public Turn say(UUID person, UUID id, @Nullable String key, String text) {
        Conversation conversation =
                repository.lock(id, person).orElseThrow(() -> new ConversationException.NotFound(id));
        UUID offered = ids.next();
        UUID messageId = once.claim(person, "POST conversations/" + id + "/messages", key, text, offered);
        if (!messageId.equals(offered)) {
            List<Message> turn = messages.list(id, messages.getNumber(messageId) - 1, 2);
            return new Turn(turn.getFirst(), turn.getLast(), conversation, false);
        }
        if (conversation.messageCount() + 2 > MOST_MESSAGES) {
            throw new ConversationException.Full(MOST_MESSAGES);
        }

        Instant now = clock.instant();
        Tongue tongue = Tongue.of(text, conversation.tongue());
        String answer = answer(conversation, text, tongue, now);
        int number = conversation.countTurn(tongue, now);
        Conversation written = repository.saveAndFlush(conversation);
        var message = new Message(messageId, number, "user", text, now);
        var reply = new Message(ids.next(), number + 1, "assistant", answer, now);
        messages.add(id, message);
        messages.add(id, reply);
        return new Turn(message, reply, written, true);
    }

    private static String answer(Conversation conversation, String text, Tongue tongue, Instant now) {
        if (conversation.status() == Status.APPROVED) {
            return Reply.approved(tongue);
        }
        boolean hadIdea = conversation.brief().idea() != null;
        boolean hadScript = conversation.brief().script() != null;
        Understood understood = ReadMessage.read(text, conversation.asked(), hadIdea);
        BriefChange change = understood.change();
        // Words beside a script do not put an idea in its place; the person says "instead" in the brief itself.
        if (hadScript && change.script() == null && change.idea() != null) {
            understood = understood.with(change.withIdea(null));
        }
        Understood taken = conversation.hear(understood, now);
        return Reply.to(tongue, taken, hadIdea, conversation.brief(), conversation.asked());
    }
}
