package io.vimax.gateway.route;

import io.vimax.gateway.identity.Tokens;
import io.vimax.gateway.signin.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The tokens by which services know a person. Signing costs about a millisecond, so a token is used until it nears its end. */
@Component
class PersonTokens {

    private static final String AUDIENCE = "vimax";
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** A service may get the token late and its clock may differ: it is not used in its last minute. */
    private static final Duration RESERVE = Duration.ofSeconds(60);

    private static final int MOST = 10_000;

    private final Tokens tokens;
    private final Clock clock;
    private final Map<Claims, Tokens.Token> minted = new ConcurrentHashMap<>();

    PersonTokens(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Claims(UUID personId, List<String> roles) {}

    String of(Person person) {
        if (minted.size() > MOST) {
            minted.clear();
        }
        return minted.compute(new Claims(person.id(), person.roleWords()), (claims, known) -> {
                    boolean fresh = known != null
                            && clock.instant().isBefore(known.expiresAt().minus(RESERVE));
                    return fresh ? known : tokens.mint(claims.personId(), AUDIENCE, claims.roles(), LIFE);
                })
                .jwt();
    }
}
