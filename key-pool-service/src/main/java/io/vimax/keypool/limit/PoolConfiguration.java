package io.vimax.keypool.limit;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be lent for one provider.
 *
 * @param version raised by every change of keys, scopes, limits or policy
 */
public record PoolConfiguration(String service, long version, Policy policy, List<Scope> scopes, List<Key> keys) {

    /**
     * An account or project whose limits its keys share.
     *
     * @param owner the person whose it is, or null when everybody may use it
     * @param zone where its days begin
     */
    public record Scope(UUID id, @Nullable UUID owner, ZoneId zone, List<Limit> limits) {}

    /**
     * @param version of its row, which changes with its secret and address
     * @param state how the books see it; what is not usable rests until one job has tried it
     * @param weight share of the work, 1 to 1000
     * @param priority tier, 1 to 1000, lower first
     * @param models what it may be lent for; empty for everything
     */
    public record Key(
            UUID id,
            UUID scopeId,
            long version,
            Usable state,
            int weight,
            int priority,
            Set<String> models,
            List<Limit> limits) {

        /** A usable key. */
        public Key(
                UUID id, UUID scopeId, long version, int weight, int priority, Set<String> models, List<Limit> limits) {
            this(id, scopeId, version, Usable.YES, weight, priority, models, limits);
        }
    }

    /** How the books see a key that is in the pool. */
    public enum Usable {
        YES,
        REFUSED,
        NO_CREDIT
    }

    public Optional<Key> key(UUID id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    public Optional<Scope> scope(UUID id) {
        return scopes.stream().filter(scope -> scope.id().equals(id)).findFirst();
    }

    /** The persons who have keys of their own here. */
    public Set<UUID> owners() {
        return scopes.stream()
                .filter(scope -> scope.owner() != null)
                .map(Scope::owner)
                .collect(Collectors.toUnmodifiableSet());
    }
}
