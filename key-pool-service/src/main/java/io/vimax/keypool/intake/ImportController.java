package io.vimax.keypool.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vimax.keypool.access.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/api-keys/import")
class ImportController {

    /** What the gateway lets through. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final JudgeLines judge;
    private final Imports imports;
    private final JsonMapper json;

    ImportController(JudgeLines judge, Imports imports, JsonMapper json) {
        this.judge = judge;
        this.imports = imports;
        this.json = json;
    }

    /**
     * How to take a list.
     *
     * @param mode all_or_nothing: one entry that cannot be taken stops all; valid_only: the others are taken
     * @param test whether the keys are lent only after a check
     */
    record Taking(
            @Schema(allowableValues = {"all_or_nothing", "valid_only"})
            @NotNull
            @Pattern(regexp = "all_or_nothing|valid_only", message = "must be all_or_nothing or valid_only")
            String mode,

            @Nullable Boolean test) {}

    @Operation(
            summary = "Read a list of keys and judge every entry; nothing is added yet",
            description =
                    "JSON: an array of objects, alone or under items. CSV: a header line, values parted by commas,"
                            + " semicolons or tabs. Fields: service_type, key, label, scope, base_url, weight, priority, models (parted"
                            + " by |), rate_limit_per_minute, rate_limit_per_day, test. At most 10,000 entries and 2 MB. The list can be"
                            + " taken for 15 minutes.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string", maxLength = MOST_BYTES))
            })
    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    ImportReport preview(
            Person person, @RequestParam(defaultValue = "false") boolean shared, HttpServletRequest request)
            throws IOException {
        if (shared && !person.operates()) {
            throw new ImportException.NotAnOperator();
        }
        String text = text(request);
        boolean csv = String.valueOf(request.getContentType()).startsWith("text/csv");
        List<Draft> drafts = csv ? KeyList.ofCsv(text) : KeyList.ofJson(text, json);
        if (drafts.isEmpty()) {
            throw new ImportException.Empty();
        }
        return imports.keep(person, shared, judge.judge(drafts));
    }

    @Operation(summary = "What was found in a list")
    @GetMapping("/{id}")
    ImportReport report(Person person, @PathVariable UUID id) {
        return imports.report(person, id);
    }

    @Operation(summary = "Take a list that was read; taking it again changes nothing")
    @PostMapping("/{id}/commit")
    Imports.Result take(Person person, @PathVariable UUID id, @Valid @RequestBody Taking wanted) {
        return imports.take(person, id, wanted.mode().equals("all_or_nothing"), Boolean.TRUE.equals(wanted.test()));
    }

    private static String text(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ImportException.TooLarge(MOST_BYTES);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ImportException.NotText();
        }
    }
}
