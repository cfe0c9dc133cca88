package io.vimax.conversation.conversation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vimax.conversation.access.Person;
import io.vimax.conversation.brief.Answer;
import io.vimax.conversation.brief.Brief;
import io.vimax.conversation.brief.BriefChange;
import jakarta.validation.Validator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/conversations/{id}/brief")
class BriefController {

    private final Conversations conversations;
    private final ApproveBrief approveBrief;
    private final JsonMapper json;
    private final Validator validator;

    BriefController(Conversations conversations, ApproveBrief approveBrief, JsonMapper json, Validator validator) {
        this.conversations = conversations;
        this.approveBrief = approveBrief;
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param missing what has to be known before an approval
     * @param neededSeconds how long reading the script takes when that is longer than the film
     */
    record BriefView(
            UUID conversationId,
            Status status,
            long version,
            List<String> missing,
            @Nullable String asked,
            @Nullable Integer neededSeconds,
            @Nullable UUID episodeId,
            @Nullable Answer<String> title,
            @Nullable Answer<String> idea,
            @Nullable Answer<String> script,
            @Nullable Answer<Integer> seconds,
            @Nullable Answer<Integer> scenes,
            Answer<String> ratio,
            Answer<String> language,
            Answer<String> style,
            @Nullable Answer<Long> seed,
            Answer<Boolean> autopilot) {
        static BriefView of(Conversation conversation) {
            Brief brief = conversation.brief();
            return new BriefView(
                    conversation.id(),
                    conversation.status(),
                    conversation.version(),
                    brief.hasStory() ? List.of() : List.of("idea or script"),
                    ConversationController.word(conversation.asked()),
                    brief.secondsNeeded() > 0 ? Integer.valueOf(brief.secondsNeeded()) : null,
                    conversation.episodeId(),
                    brief.title(),
                    brief.idea(),
                    brief.script(),
                    brief.seconds(),
                    brief.scenes(),
                    brief.ratio(),
                    brief.language(),
                    brief.style(),
                    brief.seed(),
                    brief.autopilot());
        }
    }

    record ApprovedView(UUID episodeId, UUID conversationId) {}

    @Operation(summary = "Read the brief; each field says whether you said it or it was assumed")
    @GetMapping
    ResponseEntity<BriefView> get(Person person, @PathVariable UUID id) {
        return answer(conversations.get(person.id(), id));
    }

    @Operation(
            summary = "Change fields of the brief",
            description =
                    "A field that is not named stays; null takes back what was said, so that it is assumed again.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = BriefChange.class))))
    @PatchMapping
    ResponseEntity<BriefView> change(
            Person person,
            @PathVariable UUID id,
            @Parameter(required = true) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String seen,
            @RequestBody JsonNode body) {
        if (!(body instanceof ObjectNode fields)) {
            throw new ConversationException.Unreadable();
        }
        Set<String> cleared = new HashSet<>();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (field.getValue().isNull()) {
                cleared.add(field.getKey());
            }
        }
        BriefChange change = read(fields);
        long version = version(seen).orElseThrow(ConversationException.VersionMissing::new);
        return answer(conversations.change(person.id(), id, version, change, cleared));
    }

    @Operation(summary = "Approve the brief: an episode begins; a second approval names the same episode")
    @PostMapping("/approve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ApprovedView approve(
            Person person,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        return new ApprovedView(approveBrief.approve(person.id(), id, version(seen)), id);
    }

    private BriefChange read(ObjectNode fields) {
        BriefChange change;
        try {
            change = json.treeToValue(fields, BriefChange.class);
        } catch (UnrecognizedPropertyException e) {
            throw new ConversationException.UnknownField(e.getPropertyName());
        } catch (JacksonException _) {
            throw new ConversationException.Unreadable();
        }
        List<ConversationException.Fault> faults = new java.util.ArrayList<>(validator.validate(change).stream()
                .map(fault -> new ConversationException.Fault(
                        snakeCase(fault.getPropertyPath().toString()),
                        fault.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName(),
                        fault.getMessage()))
                .sorted(java.util.Comparator.comparing(ConversationException.Fault::field))
                .toList());
        if (change.idea() != null && change.script() != null) {
            faults.add(new ConversationException.Fault("script", "OneOf", "give an idea or a script, not both"));
        }
        if (!faults.isEmpty()) {
            throw new ConversationException.Invalid(faults);
        }
        return change;
    }

    private static ResponseEntity<BriefView> answer(Conversation conversation) {
        return ResponseEntity.ok().eTag("\"" + conversation.version() + "\"").body(BriefView.of(conversation));
    }

    private static OptionalLong version(@Nullable String tag) {
        String bare = tag == null ? "" : tag.strip().replaceFirst("^W/", "").replace("\"", "");
        return bare.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(bare)) : OptionalLong.empty();
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
