package io.vimax.conversation.conversation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.vimax.conversation.access.Person;
import io.vimax.conversation.brief.BriefChange;
import io.vimax.conversation.conversation.Messages.Message;
import io.vimax.conversation.understanding.Question;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {

    private static final int LONGEST_TITLE = 60;

    private final Conversations conversations;
    private final Talk talk;

    ConversationController(Conversations conversations, Talk talk) {
        this.conversations = conversations;
        this.talk = talk;
    }

    /** @param asked what the assistant asked last: story, length or longer */
    record ConversationView(
            UUID id,
            @Nullable String title,
            Status status,
            @Nullable String asked,
            int messageCount,
            @Nullable UUID episodeId,
            long version,
            Instant createdAt,
            Instant updatedAt) {
        static ConversationView of(Conversation conversation) {
            return new ConversationView(
                    conversation.id(),
                    titleOf(conversation),
                    conversation.status(),
                    word(conversation.asked()),
                    conversation.messageCount(),
                    conversation.episodeId(),
                    conversation.version(),
                    conversation.createdAt(),
                    conversation.updatedAt());
        }
    }

    record ConversationPage(
            List<ConversationView> items, @Nullable UUID nextCursor) {}

    record MessagePage(List<Message> items, @Nullable Integer nextCursor) {}

    record Said(
            @NotBlank @Size(max = BriefChange.LONGEST_SCRIPT)
            String text) {}

    record TurnView(Message message, Message reply, ConversationView conversation) {}

    @Operation(summary = "Begin a conversation")
    @ApiResponse(responseCode = "201", description = "Begun", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Begun before with the same key", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<ConversationView> begin(
            Person person,
            @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable
                    String key) {
        Conversations.Begun begun = conversations.begin(person.id(), key);
        URI place = URI.create("/api/v1/conversations/" + begun.conversation().id());
        return (begun.created()
                        ? ResponseEntity.created(place)
                        : ResponseEntity.ok().location(place))
                .body(ConversationView.of(begun.conversation()));
    }

    @Operation(summary = "List your conversations, newest first")
    @GetMapping
    ConversationPage list(
            Person person,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        List<Conversation> found = conversations.list(person.id(), cursor, limit + 1);
        List<ConversationView> items =
                found.stream().limit(limit).map(ConversationView::of).toList();
        return new ConversationPage(
                items, found.size() > limit ? items.getLast().id() : null);
    }

    @Operation(summary = "Read a conversation")
    @GetMapping("/{id}")
    ConversationView get(Person person, @PathVariable UUID id) {
        return ConversationView.of(conversations.get(person.id(), id));
    }

    @Operation(summary = "List what was said, oldest first")
    @GetMapping("/{id}/messages")
    MessagePage messages(
            Person person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int cursor) {
        List<Message> found = conversations.listMessages(person.id(), id, cursor, limit + 1);
        List<Message> items = found.stream().limit(limit).toList();
        return new MessagePage(items, found.size() > limit ? items.getLast().number() : null);
    }

    @Operation(summary = "Say something; the answer says what was understood and asks what is missing")
    @ApiResponse(responseCode = "201", description = "Said and answered", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Said before with the same key", useReturnTypeSchema = true)
    @PostMapping("/{id}/messages")
    ResponseEntity<TurnView> say(
            Person person,
            @PathVariable UUID id,
            @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody Said body) {
        Talk.Turn turn = talk.say(person.id(), id, key, body.text());
        return ResponseEntity.status(turn.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new TurnView(turn.message(), turn.reply(), ConversationView.of(turn.conversation())));
    }

    static @Nullable String word(@Nullable Question asked) {
        return asked == null ? null : asked.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String titleOf(Conversation conversation) {
        var brief = conversation.brief();
        var named = brief.title() != null ? brief.title() : brief.idea() != null ? brief.idea() : brief.script();
        if (named == null) {
            return null;
        }
        String line = named.value().lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }
}
