package io.vimax.simulator.account;

import io.vimax.simulator.limiter.Limiter;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The open accounts. Thread-safe. */
public final class Accounts {

    private final Clock clock;
    private final Map<String, Account> byName = new ConcurrentHashMap<>();
    private final Map<String, Caller> bySecret = new ConcurrentHashMap<>();

    public Accounts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens an account, or opens it anew: its counts begin at zero.
     *
     * @throws IllegalArgumentException if one of its keys belongs to another account
     */
    public synchronized void open(Account account) {
        for (AccountKey key : account.keys()) {
            Caller other = bySecret.get(key.secret());
            if (other != null && !other.account().name().equals(account.name())) {
                throw new IllegalArgumentException("The key " + key.name() + " belongs to the account "
                        + other.account().name());
            }
        }
        close(account.name());
        byName.put(account.name(), account);
        var limiter = new Limiter(clock, account.limits());
        account.keys().forEach(key -> bySecret.put(key.secret(), new Caller(account, key, limiter)));
    }

    /** From now on its keys are unknown. Nothing if there is no such account. */
    public synchronized void close(String name) {
        byName.remove(name);
        bySecret.values().removeIf(caller -> caller.account().name().equals(name));
    }

    /** From now on this key is unknown; the others of its account stay. */
    public void revoke(String keyName) {
        bySecret.values().removeIf(caller -> caller.key().name().equals(keyName));
    }

    /** Every limit begins to count at zero. */
    public synchronized void reset() {
        List.copyOf(byName.values()).forEach(this::open);
    }

    public Optional<Caller> find(String provider, String secret) {
        return Optional.ofNullable(bySecret.get(secret))
                .filter(caller -> caller.account().provider().equals(provider));
    }

    /** By name. */
    public List<Account> list() {
        return byName.values().stream()
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }
}
