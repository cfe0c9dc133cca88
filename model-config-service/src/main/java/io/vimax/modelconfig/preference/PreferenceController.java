package io.vimax.modelconfig.preference;

import io.swagger.v3.oas.annotations.Hidden;
import io.vimax.modelconfig.access.Person;
import io.vimax.modelconfig.preference.Preferences.Choice;
import io.vimax.modelconfig.preference.Preferences.Kept;
import io.vimax.modelconfig.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PreferenceController {

    private final Preferences preferences;

    PreferenceController(Preferences preferences) {
        this.preferences = preferences;
    }

    /** What is left out stays as it is. */
    record Wanted(
            @Size(max = 120) @Nullable String chat,
            @Size(max = 120) @Nullable String image,
            @Size(max = 120) @Nullable String video,
            @Size(max = 120) @Nullable String speech,
            @Size(max = 120) @Nullable String music) {

        Choice over(Choice kept) {
            return new Choice(
                    chat == null ? kept.chat() : chat,
                    image == null ? kept.image() : image,
                    video == null ? kept.video() : video,
                    speech == null ? kept.speech() : speech,
                    music == null ? kept.music() : music);
        }
    }

    @GetMapping("/api/v1/models/preferences")
    ResponseEntity<Choice> mine(Person person) {
        return answer(preferences.of(person.id()));
    }

    @PutMapping("/api/v1/models/preferences")
    ResponseEntity<?> choose(
            Person person,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted wanted) {
        Choice choice = wanted.over(preferences.of(person.id()).choice());
        Optional<Kept> kept = preferences.choose(person.id(), choice, version(ifMatch));
        if (kept.isEmpty()) {
            return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                    .body(Problems.of(
                            HttpStatus.PRECONDITION_FAILED,
                            "stale-preferences",
                            "The choice was changed elsewhere meanwhile; read it again."));
        }
        return answer(kept.get());
    }

    @Hidden
    @GetMapping("/internal/preferences/{person}")
    Choice of(@PathVariable UUID person) {
        return preferences.of(person).choice();
    }

    private static ResponseEntity<Choice> answer(Kept kept) {
        return ResponseEntity.ok().eTag("\"" + kept.version() + "\"").body(kept.choice());
    }

    /** A tag that was never ours matches nothing. */
    private static Optional<Long> version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return Optional.empty();
        }
        String tag = ifMatch.replace("W/", "").replace("\"", "");
        return Optional.of(tag.matches("\\d{1,18}") ? Long.parseLong(tag) : -1L);
    }
}
