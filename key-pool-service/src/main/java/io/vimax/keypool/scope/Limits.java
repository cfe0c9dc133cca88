package io.vimax.keypool.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The limits of scopes and keys, row by row. */
@Component
public class Limits {

    private final JdbcClient jdbc;

    Limits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The limits that keys have of their own, beside those of their scopes. */
    public Map<UUID, List<QuotaLimit>> ofKeys(Collection<UUID> keys) {
        return read("key_id", keys);
    }

    Map<UUID, List<QuotaLimit>> ofScopes(Collection<UUID> scopes) {
        return read("scope_id", scopes);
    }

    /** Makes these the limits of a key, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaceOfKey(UUID key, List<QuotaLimit> limits) {
        replace("key_id", key, limits);
    }

    public List<QuotaLimit> ofScope(UUID scope) {
        return ofScopes(List.of(scope)).getOrDefault(scope, List.of());
    }

    /** Makes these the limits of a scope, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaceOfScope(UUID scope, List<QuotaLimit> limits) {
        replace("scope_id", scope, limits);
    }

    private Map<UUID, List<QuotaLimit>> read(String holder, Collection<UUID> ids) {
        Map<UUID, List<QuotaLimit>> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select %1$s as holder, model, kind, period, most from quota_limit where %1$s in (:ids)
                            order by kind, model nulls first""".formatted(holder))
                    .param("ids", ids)
                    .query((row, _) -> found.computeIfAbsent(
                                    row.getObject("holder", UUID.class), _ -> new ArrayList<>())
                            .add(new QuotaLimit(
                                    row.getString("model"),
                                    row.getString("kind"),
                                    row.getString("period"),
                                    row.getLong("most"))))
                    .list();
        }
        return found;
    }

    private void replace(String holder, UUID id, List<QuotaLimit> limits) {
        jdbc.sql("delete from quota_limit where " + holder + " = :id")
                .param("id", id)
                .update();
        for (QuotaLimit limit : limits) {
            QuotaLimit complete = limit.complete();
            jdbc.sql("""
                            insert into quota_limit (id, %s, model, kind, period, most)
                            values (:row, :id, :model, :kind, :period, :most)""".formatted(holder))
                    .param("row", UUID.randomUUID())
                    .param("id", id)
                    .param("model", complete.model())
                    .param("kind", complete.kind())
                    .param("period", complete.period())
                    .param("most", complete.most())
                    .update();
        }
    }
}
