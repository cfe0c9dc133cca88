package io.vimax.keypool.installation;

import io.vimax.keypool.adding.AddKeys;
import io.vimax.keypool.adding.AddKeys.Adding;
import io.vimax.keypool.adding.NewKey;
import io.vimax.keypool.key.KeySettings;
import io.vimax.keypool.key.RetireKey;
import io.vimax.keypool.key.Service;
import io.vimax.keypool.vault.Vault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys that come from the environment of the installation. They come and go with it. */
@Component
class EnvironmentKeys {

    private static final String ENVIRONMENT_SCOPE = "default";

    private final AddKeys adding;
    private final RetireKey retire;
    private final Vault vault;
    private final JdbcClient jdbc;

    EnvironmentKeys(AddKeys adding, RetireKey retire, Vault vault, JdbcClient jdbc) {
        this.adding = adding;
        this.retire = retire;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /**
     * What came of the keys of one variable.
     *
     * @param elsewhere places in the list, from 1, of keys that are in the pool already, added by a person
     */
    record Taken(int added, int retired, List<Integer> elsewhere) {}

    /** Makes the keys of a service from the environment exactly these: new ones are added, those that are gone are retired. */
    @Transactional
    public Taken take(Service service, List<String> secrets) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('keys from the environment'))")
                .query()
                .listOfRows();
        Map<String, UUID> there = there(service);
        Map<String, UUID> gone = new HashMap<>(there);
        Map<Integer, String> unknown = new LinkedHashMap<>();
        for (int place = 0; place < secrets.size(); place++) {
            String print = vault.fingerprint(secrets.get(place), service.word());
            UUID known = gone.remove(print);
            if (known != null) {
                retire.keep(known, "in the environment again");
            } else if (!there.containsKey(print)) {
                unknown.put(place, secrets.get(place));
            }
        }
        gone.values().forEach(id -> retire.drainAndDelete(id, "no longer in the environment", null));
        List<Integer> elsewhere = add(service, unknown);
        return new Taken(unknown.size() - elsewhere.size(), gone.size(), elsewhere);
    }

    private List<Integer> add(Service service, Map<Integer, String> unknown) {
        List<Integer> places = List.copyOf(unknown.keySet());
        List<NewKey> wanted = places.stream()
                .map(place -> new NewKey(
                        service,
                        String.valueOf(unknown.get(place)),
                        ENVIRONMENT_SCOPE,
                        KeySettings.usual("From the environment " + (place + 1)),
                        List.of(),
                        false))
                .toList();
        List<UUID> ids = wanted.stream().map(_ -> UUID.randomUUID()).toList();
        List<Boolean> added = adding.addAll(wanted, ids, new Adding(null, null, true));
        List<Integer> elsewhere = new ArrayList<>();
        for (int index = 0; index < places.size(); index++) {
            if (!added.get(index)) {
                elsewhere.add(places.get(index) + 1);
            }
        }
        return elsewhere;
    }

    private Map<String, UUID> there(Service service) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql("""
                        select id, fingerprint from api_keys
                        where service_type = :service and from_environment and deleted_at is null""")
                .param("service", service.word())
                .query((row, _) -> found.put(row.getString("fingerprint"), row.getObject("id", UUID.class)))
                .list();
        return found;
    }
}
