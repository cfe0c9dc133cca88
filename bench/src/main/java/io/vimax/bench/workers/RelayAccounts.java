package io.vimax.bench.workers;

import io.vimax.bench.replica.KeyPoolSystem;
import io.vimax.bench.replica.KeyPoolSystem.NewKey;
import io.vimax.bench.replica.KeyPoolSystem.NewLimit;
import io.vimax.simulator.ProviderSimulator;
import io.vimax.simulator.account.Account;
import io.vimax.simulator.limiter.Limit;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of the relay with one key each. The simulator enforces their limits by books of its own, and the key pool is told of the
 * same ones.
 *
 * @param inFlight jobs of one account for one model at the same moment
 * @param perMinute calls of one account for one model in any 60 s; null for no such limit
 */
public record RelayAccounts(
        List<Group> groups, int inFlight, @Nullable Integer perMinute) {

    /**
     * Accounts that serve the same.
     *
     * @param models that their keys may be lent for; empty for all
     */
    public record Group(String name, int accounts, List<String> models) {

        public List<String> names() {
            return IntStream.range(0, accounts)
                    .mapToObj(number -> name + "-" + number)
                    .toList();
        }
    }

    void open(ProviderSimulator simulator, KeyPoolSystem pool) throws IOException, InterruptedException, SQLException {
        List<NewKey> keys = new ArrayList<>();
        for (Group group : groups) {
            for (String name : group.names()) {
                String secret = "sim-" + name + "-secret";
                Account account = Account.of(Orders.SERVICE, name, secret).limited(Limit.inFlight(inFlight));
                simulator.accounts().open(perMinute == null ? account : account.limited(Limit.perMinute(perMinute)));
                keys.add(new NewKey(Orders.SERVICE, name, secret, simulator.baseUrl(Orders.SERVICE), group.models()));
            }
        }
        pool.add(keys);
        List<NewLimit> limits = new ArrayList<>();
        limits.add(new NewLimit("*", "in_flight", "now", inFlight));
        if (perMinute != null) {
            limits.add(new NewLimit("*", "requests_per_minute", "rolling", perMinute));
        }
        pool.limit(Orders.SERVICE, limits);
    }
}
