package io.vimax.keypool.scope;

import io.swagger.v3.oas.annotations.Operation;
import io.vimax.keypool.access.Person;
import io.vimax.keypool.once.Once;
import io.vimax.keypool.paging.Cursor;
import io.vimax.keypool.problem.DocumentTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/quota-scopes")
class ScopeController {

    private final QuotaScopes scopes;
    private final Once once;

    ScopeController(QuotaScopes scopes, Once once) {
        this.scopes = scopes;
        this.once = once;
    }

    /** @param shared whether it belongs to the installation */
    record ScopeView(
            UUID id,
            String serviceType,
            String name,
            String zone,
            boolean shared,
            List<QuotaLimit> limits,
            int keys,
            Instant createdAt) {

        static ScopeView of(QuotaScope scope) {
            return new ScopeView(
                    scope.id(),
                    scope.service(),
                    scope.name(),
                    scope.zone(),
                    scope.owner() == null,
                    scope.limits(),
                    scope.keys(),
                    scope.createdAt());
        }
    }

    record ScopeList(List<ScopeView> items, @Nullable String nextCursor) {}

    @Operation(summary = "Quota scopes of a person and of the installation, newest first")
    @GetMapping
    ScopeList list(
            Person person,
            @RequestParam(name = "service_type", required = false) @Nullable String serviceType,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<QuotaScope> found = scopes.list(person, serviceType, Cursor.read(cursor), limit + 1);
        boolean more = found.size() > limit;
        List<QuotaScope> page = more ? found.subList(0, limit) : found;
        return new ScopeList(
                page.stream().map(ScopeView::of).toList(),
                more
                        ? Cursor.at(page.getLast().createdAt(), page.getLast().id())
                                .text()
                        : null);
    }

    @Operation(summary = "One quota scope")
    @GetMapping("/{id}")
    ResponseEntity<ScopeView> get(Person person, @PathVariable UUID id) {
        return document(scopes.get(person, id));
    }

    @Operation(summary = "Make a quota scope")
    @PostMapping
    @Transactional
    public ResponseEntity<ScopeView> add(
            Person person,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String onceKey,
            @Valid @RequestBody NewScope wanted) {
        UUID offered = UUID.randomUUID();
        Optional<UUID> earlier = once.earlier(person.id(), "add quota scope", onceKey, wanted, offered);
        QuotaScope scope =
                earlier.isPresent() ? scopes.get(person, earlier.get()) : scopes.add(person, offered, wanted);
        return ResponseEntity.created(URI.create("/api/v1/quota-scopes/" + scope.id()))
                .eTag(DocumentTag.of(scope.version()))
                .body(ScopeView.of(scope));
    }

    @Operation(summary = "Change name, zone or limits of a quota scope")
    @PatchMapping("/{id}")
    ResponseEntity<ScopeView> change(
            Person person,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ScopeChange change) {
        return document(scopes.change(person, id, ifMatch, change));
    }

    @Operation(summary = "Delete a quota scope that has no keys")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Person person, @PathVariable UUID id) {
        scopes.delete(person, id);
    }

    private static ResponseEntity<ScopeView> document(QuotaScope scope) {
        return ResponseEntity.ok().eTag(DocumentTag.of(scope.version())).body(ScopeView.of(scope));
    }
}
