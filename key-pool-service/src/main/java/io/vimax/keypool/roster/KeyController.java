package io.vimax.keypool.roster;

import io.swagger.v3.oas.annotations.Operation;
import io.vimax.keypool.access.Person;
import io.vimax.keypool.key.ChangeKey;
import io.vimax.keypool.key.KeyChange;
import io.vimax.keypool.key.KeyHistory;
import io.vimax.keypool.key.KeyRing;
import io.vimax.keypool.live.Headroom;
import io.vimax.keypool.live.LiveKeys;
import io.vimax.keypool.paging.Cursor;
import io.vimax.keypool.problem.DocumentTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows keys and changes their settings; {@link LifeController} adds and retires them. */
@RestController
@RequestMapping("/api/v1/api-keys")
class KeyController {

    private final Roster roster;
    private final KeyViews views;
    private final ChangeKey change;
    private final KeyRing ring;
    private final LiveKeys live;

    KeyController(Roster roster, KeyViews views, ChangeKey change, KeyRing ring, LiveKeys live) {
        this.roster = roster;
        this.views = views;
        this.change = change;
        this.ring = ring;
        this.live = live;
    }

    record History(List<KeyHistory.Entry> items) {}

    @Operation(
            summary = "Keys of a person and of the installation, with their state of this moment",
            description =
                    "sort is one of created_at, status_since, last_used_at, weight, priority, label and service_type,"
                            + " with - in front for the other direction.")
    @GetMapping
    Roster.Page list(
            Person person,
            @RequestParam(name = "service_type", required = false) @Size(max = 40) @Nullable String serviceType,
            @RequestParam(required = false) @Size(max = 20) @Nullable String status,
            @RequestParam(name = "scope_id", required = false) @Nullable UUID scopeId,
            @RequestParam(required = false) @Size(max = 120) @Nullable String q,
            @RequestParam(defaultValue = "-created_at") @Size(max = 40) String sort,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Size(max = 600) @Nullable String cursor) {
        return roster.page(
                person,
                new Roster.Filter(serviceType, status, scopeId, q),
                KeySort.Order.of(sort),
                Cursor.read(cursor),
                limit);
    }

    @Operation(summary = "One key, without its secret")
    @GetMapping("/{id}")
    ResponseEntity<KeyView> get(Person person, @PathVariable UUID id) {
        return document(views.get(person, id));
    }

    @Operation(
            summary = "Change settings of a key, or pause, resume or drain it",
            description = "A draining key is lent no more; when its leases have ended it is paused.")
    @PatchMapping("/{id}")
    ResponseEntity<KeyView> change(
            Person person,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody KeyChange wanted) {
        change.change(person, id, ifMatch, wanted);
        return document(views.get(person, id));
    }

    @Operation(
            summary = "What is left of the limits of a key, and what it rests for",
            description = "503 while the pool in Redis cannot say.")
    @GetMapping("/{id}/headroom")
    Headroom headroom(Person person, @PathVariable UUID id) {
        KeyView key = views.get(person, id).view();
        var seen = live.look(Map.of(id, key.serviceType())).get(id);
        if (seen == null) {
            throw new RosterException.NotSeen();
        }
        return Headroom.of(seen, id);
    }

    @Operation(summary = "Who did what to a key, newest first")
    @GetMapping("/{id}/history")
    History history(
            Person person, @PathVariable UUID id, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return new History(ring.historyOf(person, id, limit));
    }

    private static ResponseEntity<KeyView> document(KeyViews.Versioned key) {
        return ResponseEntity.ok().eTag(DocumentTag.of(key.version())).body(key.view());
    }
}
