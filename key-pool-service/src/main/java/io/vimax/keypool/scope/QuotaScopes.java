package io.vimax.keypool.scope;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.paging.Cursor;
import io.vimax.keypool.problem.DocumentTag;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Quota scopes. A person sees the own ones and those of the installation, which operators may change. */
@Component
public class QuotaScopes {

    private static final String COLUMNS = """
            s.id, s.owner_id, s.service, s.name, s.zone, s.created_at, s.version,
            (select count(*) from api_keys k where k.scope_id = s.id and k.deleted_at is null) as keys""";

    private final JdbcClient jdbc;
    private final Limits limits;
    private final Clock clock;

    QuotaScopes(JdbcClient jdbc, Limits limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /** The scope of that name, made if there is none yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID named(@Nullable UUID owner, String service, String name) {
        return find(owner, service, name).orElseGet(() -> {
            // Somebody else may make it at the same moment: then theirs is taken.
            jdbc.sql("""
                            insert into quota_scope (id, owner_id, service, name, created_at)
                            values (:id, :owner, :service, :name, :now) on conflict do nothing""")
                    .param("id", UUID.randomUUID())
                    .param("owner", owner)
                    .param("service", service)
                    .param("name", name)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return find(owner, service, name).orElseThrow();
        });
    }

    /** Whether keys of that owner and service may be put into the scope. */
    public boolean holds(UUID scope, @Nullable UUID owner, String service) {
        return jdbc.sql("""
                        select count(*) from quota_scope
                        where id = :id and service = :service and owner_id is not distinct from cast(:owner as uuid)""")
                        .param("id", scope)
                        .param("service", service)
                        .param("owner", owner)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    public Map<UUID, String> namesOf(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from quota_scope where id in (:ids)")
                    .param("ids", ids)
                    .query((row, _) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
                    .list();
        }
        return names;
    }

    List<QuotaScope> list(Person person, @Nullable String service, @Nullable Cursor after, int most) {
        List<QuotaScope> found = jdbc.sql("select " + COLUMNS + """
                         from quota_scope s
                        where (s.owner_id = :person or s.owner_id is null)
                          and (cast(:service as text) is null or s.service = :service)
                          and (cast(:time as timestamptz) is null or (s.created_at, s.id) < (:time, cast(:id as uuid)))
                        order by s.created_at desc, s.id desc limit :most""")
                .param("person", person.id())
                .param("service", service)
                .param("time", after == null ? null : Timestamp.from(after.time()))
                .param("id", after == null ? null : after.id())
                .param("most", most)
                .query(QuotaScopes::scope)
                .list();
        Map<UUID, List<QuotaLimit>> theirs =
                limits.ofScopes(found.stream().map(QuotaScope::id).toList());
        return found.stream()
                .map(scope -> scope.with(theirs.getOrDefault(scope.id(), List.of())))
                .toList();
    }

    /** @throws ScopeException.NotFound if there is none, or it is another person's */
    QuotaScope get(Person person, UUID id) {
        return read(person, id, false);
    }

    @Transactional
    public QuotaScope add(Person person, UUID id, NewScope wanted) {
        requireService(wanted.serviceType());
        requireZone(wanted.zone());
        requireLimits(wanted.limits());
        if (wanted.belongsToInstallation() && !person.operates()) {
            throw new ScopeException.OfInstallation();
        }
        try {
            jdbc.sql("""
                            insert into quota_scope (id, owner_id, service, name, zone, created_at)
                            values (:id, :owner, :service, :name, :zone, :now)""")
                    .param("id", id)
                    .param("owner", wanted.belongsToInstallation() ? null : person.id())
                    .param("service", wanted.serviceType())
                    .param("name", wanted.name())
                    .param("zone", wanted.zone() == null ? "UTC" : wanted.zone())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ScopeException.NameTaken();
        }
        limits.replaceOfScope(id, wanted.limits() == null ? List.of() : wanted.limits());
        return get(person, id);
    }

    @Transactional
    public QuotaScope change(Person person, UUID id, @Nullable String ifMatch, ScopeChange change) {
        QuotaScope scope = changeable(person, id);
        DocumentTag.require(ifMatch, scope.version());
        requireZone(change.zone());
        requireLimits(change.limits());
        try {
            jdbc.sql("""
                            update quota_scope set name = coalesce(:name, name), zone = coalesce(:zone, zone), version = version + 1
                            where id = :id""")
                    .param("name", change.name())
                    .param("zone", change.zone())
                    .param("id", id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ScopeException.NameTaken();
        }
        if (change.limits() != null) {
            limits.replaceOfScope(id, change.limits());
        }
        return get(person, id);
    }

    @Transactional
    public void delete(Person person, UUID id) {
        QuotaScope scope = changeable(person, id);
        if (scope.keys() > 0) {
            throw new ScopeException.InUse(scope.keys());
        }
        // Keys that were deleted keep their scope, and so do the books: only a scope that never had one can go
        // entirely.
        int used = jdbc.sql("select count(*) from api_keys where scope_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        if (used > 0) {
            throw new ScopeException.InBooks();
        }
        jdbc.sql("delete from quota_limit where scope_id = :id").param("id", id).update();
        jdbc.sql("delete from quota_scope where id = :id").param("id", id).update();
    }

    private QuotaScope changeable(Person person, UUID id) {
        QuotaScope scope = read(person, id, true);
        if (scope.service().equals("local")) {
            throw new ScopeException.BuiltIn();
        }
        if (scope.owner() == null && !person.operates()) {
            throw new ScopeException.OfInstallation();
        }
        return scope;
    }

    private QuotaScope read(Person person, UUID id, boolean lock) {
        return jdbc.sql("select " + COLUMNS
                        + " from quota_scope s where s.id = :id and (s.owner_id = :person or s.owner_id is null)"
                        + (lock ? " for update of s" : ""))
                .param("id", id)
                .param("person", person.id())
                .query(QuotaScopes::scope)
                .optional()
                .map(scope -> scope.with(limits.ofScopes(List.of(id)).getOrDefault(id, List.of())))
                .orElseThrow(() -> new ScopeException.NotFound(id));
    }

    private Optional<UUID> find(@Nullable UUID owner, String service, String name) {
        return jdbc.sql("""
                        select id from quota_scope
                        where service = :service and name = :name and owner_id is not distinct from cast(:owner as uuid)""")
                .param("service", service)
                .param("name", name)
                .param("owner", owner)
                .query(UUID.class)
                .optional();
    }

    private void requireService(String service) {
        List<String> known = jdbc.sql("select service from pool where service <> 'local' order by service")
                .query((row, _) -> row.getString(1))
                .list();
        if (!known.contains(service)) {
            throw new ScopeException.UnknownService(known);
        }
    }

    private static void requireZone(@Nullable String zone) {
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new ScopeException.UnknownZone();
        }
    }

    private static void requireLimits(@Nullable List<QuotaLimit> limits) {
        if (limits != null) {
            var faults = QuotaLimit.faultsOf(limits);
            if (!faults.isEmpty()) {
                throw new ScopeException.LimitsRefused(faults);
            }
        }
    }

    private static QuotaScope scope(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new QuotaScope(
                row.getObject("id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("service"),
                row.getString("name"),
                row.getString("zone"),
                List.of(),
                row.getInt("keys"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }
}
