package io.vimax.keypool.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens that were found good until they expire, because checking a signature costs more than most calls of a worker, who
 * sends the same token for minutes. What was refused is never remembered.
 */
final class DecodedTokens implements JwtDecoder {

    private static final int MOST = 5_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<String, Jwt> good = new ConcurrentHashMap<>();

    DecodedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = good.get(token);
        if (known != null && isStillGood(known)) {
            return known;
        }
        good.remove(token);
        Jwt decoded = decoder.decode(token);
        if (good.size() >= MOST) {
            good.values().removeIf(old -> !isStillGood(old));
        }
        if (good.size() < MOST && decoded.getExpiresAt() != null) {
            good.put(token, decoded);
        }
        return decoded;
    }

    /** Without the minute of tolerance that a first look allows: then it is checked again. */
    private boolean isStillGood(Jwt token) {
        Instant expiry = token.getExpiresAt();
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
