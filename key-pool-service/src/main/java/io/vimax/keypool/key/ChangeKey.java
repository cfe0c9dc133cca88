package io.vimax.keypool.key;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.problem.DocumentTag;
import io.vimax.keypool.problem.FieldProblem;
import io.vimax.keypool.scope.Limits;
import io.vimax.keypool.scope.QuotaLimit;
import io.vimax.keypool.scope.QuotaScopes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Settings of a key, and taking it out of use for a while. */
@Component
public class ChangeKey {

    private final KeySteps steps;
    private final Limits limits;
    private final QuotaScopes scopes;

    ChangeKey(KeySteps steps, Limits limits, QuotaScopes scopes) {
        this.steps = steps;
        this.limits = limits;
        this.scopes = scopes;
    }

    /**
     * Changes what the change names, all of it or nothing.
     *
     * @param ifMatch ETag that the change was made for
     */
    @Transactional
    public void change(Person person, UUID id, @Nullable String ifMatch, KeyChange change) {
        ApiKey key = steps.lock(person, id);
        DocumentTag.require(ifMatch, key.version());
        List<FieldProblem> faults = change.limits() == null ? List.of() : QuotaLimit.faultsOf(change.limits());
        if (!faults.isEmpty()) {
            throw new KeyException.LimitsRefused(faults);
        }
        if (change.scopeId() != null
                && !scopes.holds(
                        change.scopeId(),
                        key.owner().orElse(null),
                        key.service().word())) {
            throw new KeyException.UnfitScope();
        }
        Instant now = steps.now();
        KeySettings next = change.over(key.settings());
        List<String> changed = new ArrayList<>();
        if (!next.equals(key.settings()) || change.limits() != null) {
            key.change(next, now);
            changed.add("settings");
        }
        if (change.limits() != null) {
            limits.replaceOfKey(id, change.limits());
            changed.add("limits");
        }
        KeyState before = key.state();
        if (change.status() != null) {
            move(key, change.status(), change.drainMinutes(), now);
        }
        steps.save(key, before, "set by its owner", person.id());
        if (!changed.isEmpty()) {
            steps.note(key, person.id(), "changed", String.join(", ", changed));
        }
    }

    private static void move(ApiKey key, String status, @Nullable Integer drainMinutes, Instant now) {
        switch (status) {
            case "active" -> key.become(KeyState.ACTIVE, "resumed by its owner", now);
            case "paused" -> key.become(KeyState.PAUSED, "paused by its owner", now);
            case "draining" ->
                key.drain(
                        "drained by its owner",
                        drainMinutes == null ? null : now.plus(Duration.ofMinutes(drainMinutes)),
                        false,
                        now);
            default -> throw new IllegalArgumentException(status);
        }
    }
}
