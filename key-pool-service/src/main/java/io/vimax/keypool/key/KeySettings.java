package io.vimax.keypool.key;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What people set of a key.
 *
 * @param scopeId whose limits it shares
 * @param baseUrl where it is used, or null for the usual place of its service
 * @param weight share of the work among keys of one service, from 1
 * @param priority lower tiers are lent first under the policy priority
 * @param models models it may be lent for, or null for all
 * @param rateLimitPerMinute requests in any 60 s, or null for no limit of its own
 * @param rateLimitPerDay requests in any 24 h, or null for no limit of its own
 */
@Embeddable
public record KeySettings(
        UUID scopeId,
        String label,
        @Nullable String baseUrl,
        int weight,
        int priority,
        @JdbcTypeCode(SqlTypes.ARRAY) @Nullable List<String> models,
        @Nullable Integer rateLimitPerMinute,
        @Nullable Integer rateLimitPerDay) {

    public static final int USUAL_WEIGHT = 1;
    public static final int USUAL_PRIORITY = 100;
    public static final int MOST_MODELS = 100;

    /** No user, password or query: what stands in an address is shown and logged. */
    public static final String BASE_URL = "https?://[A-Za-z0-9.:_\\[\\]-]+(/[A-Za-z0-9._~/-]*)?";

    public static final String BASE_URL_IN_WORDS = "must be an http or https address without user, query or fragment";

    private static final UUID NOWHERE = new UUID(0, 0);

    /** Nothing special; in no scope yet. */
    public static KeySettings usual(String label) {
        return new KeySettings(NOWHERE, label, null, USUAL_WEIGHT, USUAL_PRIORITY, null, null, null);
    }

    KeySettings in(UUID scope) {
        return new KeySettings(scope, label, baseUrl, weight, priority, models, rateLimitPerMinute, rateLimitPerDay);
    }

    KeySettings labelled(String name) {
        return new KeySettings(scopeId, name, baseUrl, weight, priority, models, rateLimitPerMinute, rateLimitPerDay);
    }
}
