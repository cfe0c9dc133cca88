package io.vimax.gateway.signin;

import io.vimax.gateway.startup.RefusedStart;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One owner on one machine, who may do everything. Because whoever reaches the gateway is close to being the owner, it listens on
 * loopback only, and answers only to loopback names: a foreign name that was made to point here (DNS rebinding) is refused.
 */
@Component
class LocalMode implements SignInMode {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final UUID ownerId;
    private final String ownerName;

    LocalMode(SignInProperties properties) {
        if (!isLoopback(properties.bind())) {
            throw new RefusedStart(
                    "The local sign-in mode serves this machine only, but VIMAX_BIND is %s."
                            .formatted(properties.bind()),
                    "Set VIMAX_BIND to 127.0.0.1.");
        }
        if (properties.ownerId() == null) {
            throw new RefusedStart(
                    "VIMAX_OWNER_ID is not set.", "Set it to the UUID of the person who owns this installation.");
        }
        this.ownerId = properties.ownerId();
        this.ownerName = properties.ownerName();
    }

    private static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String word() {
        return "local";
    }

    @Override
    public boolean answersTo(@Nullable String host) {
        return host != null && LOOPBACK_NAMES.contains(host);
    }

    @Override
    public Optional<Person> person(UUID id, Person.Via via) {
        return id.equals(ownerId)
                ? Optional.of(new Person(id, ownerName, EnumSet.allOf(Role.class), via))
                : Optional.empty();
    }
}
