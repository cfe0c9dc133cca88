package io.vimax.keypool.roster;

import io.swagger.v3.oas.annotations.Operation;
import io.vimax.keypool.access.Person;
import io.vimax.keypool.adding.AddKeys;
import io.vimax.keypool.adding.KeyForm;
import io.vimax.keypool.adding.RotateKey;
import io.vimax.keypool.adding.Secret;
import io.vimax.keypool.key.RetireKey;
import io.vimax.keypool.once.Once;
import io.vimax.keypool.problem.DocumentTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Adds keys, replaces them and takes them out. */
@RestController
@RequestMapping("/api/v1/api-keys")
class LifeController {

    private static final int USUAL_OVERLAP_MINUTES = 60;

    private final AddKeys add;
    private final RotateKey rotate;
    private final RetireKey retire;
    private final KeyViews views;
    private final Once once;

    LifeController(AddKeys add, RotateKey rotate, RetireKey retire, KeyViews views, Once once) {
        this.add = add;
        this.rotate = rotate;
        this.retire = retire;
        this.views = views;
        this.once = once;
    }

    /**
     * A key that takes over.
     *
     * @param key the new secret; accepted once and never shown again
     * @param overlapMinutes how long both are lent
     * @param test whether the new key is checked, for free, before it is lent
     */
    record Rotation(
            @NotNull @Pattern(regexp = Secret.FORM, message = Secret.FORM_IN_WORDS)
            String key,

            @Min(0) @Max(10_080) @Nullable Integer overlapMinutes,
            @Nullable Boolean test) {

        @Override
        public String toString() {
            return "Rotation[hidden]";
        }
    }

    @Operation(
            summary = "Add a key",
            description = "The secret is taken once and never returned. With test it is checked, for free, before it is"
                    + " lent.")
    @PostMapping
    @Transactional
    public ResponseEntity<KeyView> add(
            Person person,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String onceKey,
            @Valid @RequestBody KeyForm wanted) {
        UUID offered = UUID.randomUUID();
        UUID id = once.earlier(person.id(), "add key", onceKey, wanted, offered).orElse(offered);
        if (id.equals(offered)) {
            add.add(person, id, wanted);
        }
        return created(person, id);
    }

    @Operation(
            summary = "Put a new key beside this one, with its settings",
            description =
                    "Both are lent until the overlap is over and the new key is in use; then this one is drained and"
                            + " deleted.")
    @PostMapping("/{id}/rotate")
    @Transactional
    public ResponseEntity<KeyView> rotate(
            Person person,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String onceKey,
            @Valid @RequestBody Rotation wanted) {
        UUID offered = UUID.randomUUID();
        UUID next = once.earlier(person.id(), "rotate key " + id, onceKey, wanted, offered)
                .orElse(offered);
        if (next.equals(offered)) {
            int minutes = wanted.overlapMinutes() == null ? USUAL_OVERLAP_MINUTES : wanted.overlapMinutes();
            rotate.rotate(
                    person, id, next, wanted.key(), Duration.ofMinutes(minutes), Boolean.TRUE.equals(wanted.test()));
        }
        return created(person, next);
    }

    @Operation(
            summary = "Delete a key",
            description =
                    "Refused while it is lent; with drain it is lent no more and deleted when its leases have ended"
                            + " (202). A deletion can be undone for 10 seconds.")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            Person person, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean drain) {
        boolean gone = retire.delete(person, id, drain);
        return ResponseEntity.status(gone ? HttpStatus.NO_CONTENT : HttpStatus.ACCEPTED)
                .build();
    }

    @Operation(summary = "Undo the deletion of a key, within 10 seconds")
    @PostMapping("/{id}/restore")
    @Transactional
    public ResponseEntity<KeyView> restore(Person person, @PathVariable UUID id) {
        retire.restore(person, id);
        KeyViews.Versioned key = views.get(person, id);
        return ResponseEntity.ok().eTag(DocumentTag.of(key.version())).body(key.view());
    }

    private ResponseEntity<KeyView> created(Person person, UUID id) {
        KeyViews.Versioned key = views.get(person, id);
        return ResponseEntity.created(URI.create("/api/v1/api-keys/" + id))
                .eTag(DocumentTag.of(key.version()))
                .body(key.view());
    }
}
