package io.vimax.keypool.key;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.key.AddKeys.Adding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deleting a key, undoing it, and letting another key take over. */
@Component
public class RetireKey {

    /** How long a deletion can be undone; then the secret is forgotten. */
    static final Duration UNDO = Duration.ofSeconds(10);

    private final KeySteps steps;
    private final AddKeys adding;

    RetireKey(KeySteps steps, AddKeys adding) {
        this.steps = steps;
        this.adding = adding;
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
     * Puts a new key beside this one, with its settings. Both are lent until the overlap is over and the new one is in use; then
     * this one is drained and deleted.
     *
     * @param next id of the new key
     * @param check whether the new key is lent only after a check
     */
    @Transactional
    public void rotate(Person person, UUID id, UUID next, String secret, Duration overlap, boolean check) {
        ApiKey old = steps.lock(person, id);
        requireOwn(old);
        if (old.replacement().isPresent() || old.state() == KeyState.DRAINING) {
            throw new KeyException.AlreadyRotating();
        }
        var wanted = new NewKey(old.service(), secret, null, old.settings(), adding.limitsOf(id), check);
        UUID owner = old.owner().orElse(null);
        if (!adding.addAll(List.of(wanted), List.of(next), new Adding(owner, person.id(), false))
                .getFirst()) {
            throw new KeyException.Duplicate(null);
        }
        Instant now = steps.now();
        old.replacedBy(next, now.plus(overlap), now);
        steps.save(old, old.state(), "", person.id());
        steps.note(old, person.id(), "rotated", "to " + next);
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
