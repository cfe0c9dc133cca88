package io.vimax.keypool.key;

import io.vimax.keypool.access.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/api-keys")
class KeyController {

    private final KeyRing keys;

    KeyController(KeyRing keys) {
        this.keys = keys;
    }

    /** A key without its secret. */
    record KeyView(
            UUID id,
            String serviceType,
            UUID scopeId,
            String label,
            String key,
            String prefix,
            String lastFour,
            String fingerprint,
            String status,
            String statusReason,
            Instant statusSince,
            boolean builtIn,
            int weight,
            @Nullable Integer rateLimitPerMinute,
            @Nullable Integer rateLimitPerDay,
            Instant createdAt,
            Instant updatedAt) {

        private static final int FINGERPRINT_SHOWN = 16;

        static KeyView of(ApiKey key) {
            return new KeyView(
                    key.id(),
                    key.service().word(),
                    key.scopeId(),
                    key.label(),
                    key.shown(),
                    key.prefix(),
                    key.lastFour(),
                    key.fingerprint().substring(0, FINGERPRINT_SHOWN),
                    key.state().word(),
                    key.stateReason(),
                    key.stateSince(),
                    key.owner().isEmpty(),
                    key.weight(),
                    key.perMinute().orElse(null),
                    key.perDay().orElse(null),
                    key.createdAt(),
                    key.updatedAt());
        }
    }

    record KeyList(List<KeyView> items, @Nullable String nextCursor) {}

    /** @param key the secret; accepted once and never shown again */
    record KeyRequest(
            @NotBlank @Size(max = 40) String serviceType,

            @NotNull
            @Pattern(
                    regexp = "[\\x21-\\x7e]{8,500}",
                    message = "must be 8 to 500 visible ASCII characters without spaces")
            String key,

            @Size(max = 120) @Nullable String label,
            @Size(max = 120) @Nullable String scope,

            @Size(max = 300) @Pattern(regexp = "https?://.+", message = "must be an http or https address") @Nullable
            String baseUrl,

            @Min(1) @Max(1000) @Nullable Integer weight,
            @Min(1) @Max(1_000_000) @Nullable Integer rateLimitPerMinute,
            @Min(1) @Max(100_000_000) @Nullable Integer rateLimitPerDay) {

        @Override
        public String toString() {
            return "KeyRequest[serviceType=" + serviceType + "]";
        }
    }

    @GetMapping
    KeyList list(Person person) {
        return new KeyList(
                keys.listVisibleTo(person.id()).stream().map(KeyView::of).toList(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    KeyView add(Person person, @Valid @RequestBody KeyRequest wanted) {
        Service service = Service.named(wanted.serviceType())
                .filter(it -> it != Service.LOCAL)
                .orElseThrow(() -> new KeyException.UnknownService(wanted.serviceType()));
        var key = new NewKey(
                service,
                wanted.key(),
                wanted.label() == null ? service.word() : wanted.label(),
                wanted.scope() == null ? "default" : wanted.scope(),
                wanted.baseUrl(),
                wanted.weight() == null ? 1 : wanted.weight(),
                wanted.rateLimitPerMinute(),
                wanted.rateLimitPerDay());
        return KeyView.of(keys.add(key, person.id()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Person person, @PathVariable UUID id) {
        keys.delete(id, person.id());
    }
}
