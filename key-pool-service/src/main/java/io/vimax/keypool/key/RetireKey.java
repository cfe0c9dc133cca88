package io.vimax.keypool.key;

import io.vimax.keypool.access.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a key goes: deleted, drained, or replaced by another one; and how it stays after all. */
@Component
public class RetireKey {

    /** How long a deletion can be undone; then the secret is forgotten. */
    static final Duration UNDO = Duration.ofSeconds(10);

    private final KeySteps steps;

    RetireKey(KeySteps steps) {
        this.steps = steps;
    }

    /**
     * Takes a key out for good. Its books stay.
     *
     * @param drain whether to wait for its leases; without it a leased key is refused
     * @return whether it is deleted now, and not only on its way
     */
    @Transactional
    public boolean delete(Person person, UUID id, boolean drain) {
        ApiKey key = steps.lock(person, id);
        requireOwn(key);
        KeyState before = key.state();
        Instant now = steps.now();
        int leases = steps.openLeases(key);
        if (leases > 0 && !drain) {
            throw new KeyException.Leased(leases);
        }
        String reason = "removed by its owner";
        if (leases > 0) {
            key.drain(reason, null, true, now);
        } else {
            key.delete(reason, now, UNDO);
        }
        steps.save(key, before, reason, person.id());
        return leases == 0;
    }

    /** Undoes a deletion while the secret is still there. */
    @Transactional
    public void restore(Person person, UUID id) {
        ApiKey key = steps.lock(id).orElseThrow(() -> new KeyException.NotFound(id));
        KeyRing.requireMay(person, key);
        if (key.state() != KeyState.DELETED) {
            return;
        }
        if (key.sealedSecret().isEmpty()) {
            throw new KeyException.UndoTooLate();
        }
        if (steps.hasTwin(key)) {
            throw new KeyException.Duplicate(null);
        }
        key.restore(steps.now());
        steps.save(key, KeyState.DELETED, "deletion undone", person.id());
    }

    /**
     * What a key that takes over from another one gets from it.
     *
     * @param owner null for the installation
     */
    public record Heritage(Service service, @Nullable UUID owner, KeySettings settings) {}

    /**
     * Locks a key that another one shall take over from.
     *
     * @throws KeyException.AlreadyRotating if it is on its way out already
     */
    @Transactional
    public Heritage beginRotation(Person person, UUID id) {
        ApiKey old = steps.lock(person, id);
        requireOwn(old);
        if (old.replacement().isPresent() || old.state() == KeyState.DRAINING) {
            throw new KeyException.AlreadyRotating();
        }
        return new Heritage(old.service(), old.owner().orElse(null), old.settings());
    }

    /** Names the key that takes over; after the overlap, and once that one is in use, this one is drained and deleted. */
    @Transactional
    public void replacedBy(Person person, UUID id, UUID next, Duration overlap) {
        ApiKey old = steps.lock(person, id);
        Instant now = steps.now();
        old.replacedBy(next, now.plus(overlap), now);
        steps.save(old, old.state(), "", person.id());
        steps.note(old, person.id(), "rotated", "to " + next);
    }

    /** A key that was on its way out stays. */
    @Transactional
    public void keep(UUID id, String reason) {
        steps.lock(id).filter(key -> key.state() == KeyState.DRAINING).ifPresent(key -> {
            key.become(KeyState.ACTIVE, reason, steps.now());
            steps.save(key, KeyState.DRAINING, reason, null);
        });
    }

    private static void requireOwn(ApiKey key) {
        if (key.service() == Service.LOCAL) {
            throw new KeyException.BuiltIn();
        }
        if (key.isFromEnvironment()) {
            throw new KeyException.FromEnvironment();
        }
    }

    /**
     * Drains a key and deletes it then.
     *
     * @param actor person who wants it, or null for the pool itself
     */
    @Transactional
    public void drainAndDelete(UUID id, String reason, @Nullable UUID actor) {
        steps.lock(id)
                .filter(key -> key.state() != KeyState.DELETED && key.state() != KeyState.DRAINING)
                .ifPresent(key -> {
                    KeyState before = key.state();
                    if (before == KeyState.CHECKING) {
                        key.delete(reason, steps.now(), Duration.ZERO);
                    } else {
                        key.drain(reason, null, true, steps.now());
                    }
                    steps.save(key, before, reason, actor);
                });
    }
}
