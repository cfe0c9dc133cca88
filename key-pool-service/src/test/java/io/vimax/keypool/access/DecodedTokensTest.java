package io.vimax.keypool.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class DecodedTokensTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicInteger checks = new AtomicInteger();
    private final DecodedTokens tokens = new DecodedTokens(this::check, new Settable());

    private final class Settable extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    private Jwt check(String token) {
        checks.incrementAndGet();
        if (token.equals("bad")) {
            throw new BadJwtException("no");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .subject(token)
                .expiresAt(Instant.parse("2026-01-01T00:01:00Z"))
                .build();
    }

    @Test
    void checksATokenOnceUntilItExpires() {
        tokens.decode("one");
        tokens.decode("one");
        assertThat(tokens.decode("two").getSubject()).isEqualTo("two");
        assertThat(checks).hasValue(2);

        now.set(Instant.parse("2026-01-01T00:01:00Z"));
        tokens.decode("one");

        assertThat(checks).hasValue(3);
    }

    @Test
    void checksWhatWasRefusedEveryTime() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);

        assertThat(checks).hasValue(2);
    }
}
