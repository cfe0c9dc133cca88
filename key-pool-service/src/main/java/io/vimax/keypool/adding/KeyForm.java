package io.vimax.keypool.adding;

import io.vimax.keypool.key.KeyException;
import io.vimax.keypool.key.KeySettings;
import io.vimax.keypool.key.Service;
import io.vimax.keypool.scope.QuotaLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as people write it, alone or as a line of a list. Its annotations are the rules for both.
 *
 * @param key the secret; accepted once and never shown again
 * @param scope name of the account or project whose limits it shares; made if there is none of this name
 * @param baseUrl where it is used, or null for the usual place of the service
 * @param weight share of the work among the keys of a service
 * @param priority lower tiers are lent first where the pool goes by priority
 * @param models models it may be lent for, or null for all
 * @param rateLimitPerMinute requests in any 60 s
 * @param rateLimitPerDay requests in any 24 h
 * @param limits further limits of this key
 * @param test whether it is checked, for free, before it is lent
 * @param shared whether it belongs to the installation and serves everybody; only operators may say so
 */
public record KeyForm(
        @NotBlank @Size(max = 40) String serviceType,

        @NotNull @Pattern(regexp = Secret.FORM, message = Secret.FORM_IN_WORDS)
        String key,

        @Size(max = 120) @Pattern(regexp = ONE_LINE, message = ONE_LINE_IN_WORDS) @Nullable
        String label,

        @Size(max = 120) @Pattern(regexp = ONE_LINE, message = ONE_LINE_IN_WORDS) @Nullable
        String scope,

        @Size(max = 300) @Pattern(regexp = KeySettings.BASE_URL, message = KeySettings.BASE_URL_IN_WORDS) @Nullable
        String baseUrl,

        @Min(1) @Max(1000) @Nullable Integer weight,
        @Min(1) @Max(1000) @Nullable Integer priority,

        @Size(min = 1, max = KeySettings.MOST_MODELS) @Nullable
        List<@NotBlank @Size(max = 120) @Pattern(regexp = ONE_LINE, message = ONE_LINE_IN_WORDS) String> models,

        @Min(1) @Max(1_000_000) @Nullable Integer rateLimitPerMinute,
        @Min(1) @Max(100_000_000) @Nullable Integer rateLimitPerDay,
        @Valid @Size(max = QuotaLimit.MOST_LIMITS) @Nullable List<QuotaLimit> limits,
        @Nullable Boolean test,
        @Nullable Boolean shared) {

    static final String ONE_LINE = "\\P{Cntrl}*";
    static final String ONE_LINE_IN_WORDS = "must not have line breaks or other control characters";

    private static final String USUAL_SCOPE = "default";
    private static final UUID BY_NAME = new UUID(0, 0);

    public boolean wantsShared() {
        return Boolean.TRUE.equals(shared);
    }

    /**
     * What it says, completed by what is usual.
     *
     * @throws KeyException.UnknownService if there is no such service, or it takes no keys
     */
    public NewKey complete() {
        Service service = Service.named(serviceType)
                .filter(it -> it != Service.LOCAL)
                .orElseThrow(KeyException.UnknownService::new);
        return new NewKey(
                service,
                key,
                scope == null || scope.isBlank() ? USUAL_SCOPE : scope,
                new KeySettings(
                        BY_NAME,
                        label == null || label.isBlank() ? service.word() : label,
                        baseUrl,
                        Objects.requireNonNullElse(weight, KeySettings.USUAL_WEIGHT),
                        Objects.requireNonNullElse(priority, KeySettings.USUAL_PRIORITY),
                        models,
                        rateLimitPerMinute,
                        rateLimitPerDay),
                limits == null ? List.of() : limits,
                Boolean.TRUE.equals(test));
    }

    @Override
    public String toString() {
        return "KeyForm[hidden]";
    }
}
