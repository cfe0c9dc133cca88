package io.vimax.keypool.adding;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.key.KeyException;
import io.vimax.keypool.key.KeyHistory;
import io.vimax.keypool.key.KeyHistory.Subject;
import io.vimax.keypool.key.KeyState;
import io.vimax.keypool.problem.FieldProblem;
import io.vimax.keypool.scope.Limits;
import io.vimax.keypool.scope.QuotaLimit;
import io.vimax.keypool.scope.QuotaScopes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds keys, one or thousands, in one transaction. The database decides what is new: of two that add the same secret at once the
 * first one wins, and the second sees a duplicate when the first has committed.
 */
@Component
public class AddKeys {

    private final KeyRows rows;
    private final QuotaScopes scopes;
    private final Limits limits;
    private final KeyHistory history;
    private final KeyTesting testing;

    AddKeys(KeyRows rows, QuotaScopes scopes, Limits limits, KeyHistory history, KeyTesting testing) {
        this.rows = rows;
        this.scopes = scopes;
        this.limits = limits;
        this.history = history;
        this.testing = testing;
    }

    /**
     * For whom keys are added.
     *
     * @param owner null for the installation
     * @param actor person who adds them, or null for the configuration
     */
    public record Adding(@Nullable UUID owner, @Nullable UUID actor, boolean fromEnvironment) {

        public static Adding by(UUID person) {
            return new Adding(person, person, false);
        }
    }

    /** Adds all; says which of them are new, in the order given. What is in the pool already is left as it is. */
    @Transactional
    public List<Boolean> addAll(List<NewKey> wanted, List<UUID> ids, Adding adding) {
        Map<String, UUID> scopeIds = new HashMap<>();
        List<KeyRows.Row> sealed = new ArrayList<>();
        for (int place = 0; place < wanted.size(); place++) {
            NewKey key = wanted.get(place);
            sealed.add(rows.seal(key, ids.get(place), scopeOf(key, adding, scopeIds)));
        }
        Set<UUID> added = rows.insert(sealed, adding);
        history.writeAll(
                List.copyOf(added), adding.actor(), "added", adding.fromEnvironment() ? "from the environment" : "");
        List<Boolean> answers = new ArrayList<>();
        for (int place = 0; place < wanted.size(); place++) {
            boolean isNew = added.contains(ids.get(place));
            answers.add(isNew);
            if (isNew) {
                follow(wanted.get(place), ids.get(place), scopeIds, adding);
            }
        }
        return answers;
    }

    /** The limits that a key has of its own. */
    List<QuotaLimit> limitsOf(UUID key) {
        return limits.ofKeys(List.of(key)).getOrDefault(key, List.of());
    }

    /**
     * Adds one key of a person, or of the installation.
     *
     * @throws KeyException.LimitsRefused if its limits make no sense
     * @throws KeyException.OfInstallation if it shall be shared and the person is no operator
     * @throws KeyException.Duplicate if the pool has this secret already
     */
    @Transactional
    public void add(Person person, UUID id, KeyForm form) {
        NewKey wanted = form.complete();
        List<FieldProblem> faults = QuotaLimit.faultsOf(wanted.limits());
        if (!faults.isEmpty()) {
            throw new KeyException.LimitsRefused(faults);
        }
        if (form.wantsShared() && !person.operates()) {
            throw new KeyException.OfInstallation();
        }
        var adding = new Adding(form.wantsShared() ? null : person.id(), person.id(), false);
        if (!addAll(List.of(wanted), List.of(id), adding).getFirst()) {
            throw new KeyException.Duplicate(rows.twin(person.id(), wanted).orElse(null));
        }
    }

    private void follow(NewKey key, UUID id, Map<String, UUID> scopeIds, Adding adding) {
        if (!key.limits().isEmpty()) {
            limits.replaceOfKey(
                    id, key.limits().stream().map(QuotaLimit::complete).toList());
        }
        history.publish(
                new Subject(id, adding.owner(), scopeOf(key, adding, scopeIds), key.service(), 0),
                KeyState.CHECKING,
                key.check() ? KeyState.CHECKING : KeyState.ACTIVE,
                "added");
        if (key.check()) {
            testing.ask(id, adding.actor());
        }
    }

    private UUID scopeOf(NewKey key, Adding adding, Map<String, UUID> known) {
        String name = key.scope();
        return name == null
                ? key.settings().scopeId()
                : known.computeIfAbsent(
                        key.service().word() + '\n' + name,
                        _ -> scopes.named(adding.owner(), key.service().word(), name));
    }
}
