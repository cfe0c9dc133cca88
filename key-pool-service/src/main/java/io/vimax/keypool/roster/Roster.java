package io.vimax.keypool.roster;

import io.vimax.keypool.access.Person;
import io.vimax.keypool.paging.Cursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of keys: a person's own ones and those of the installation. */
@Component
class Roster {

    private static final Set<String> STATUSES = new TreeSet<>(
            Set.of("active", "rate_limited", "out_of_credit", "invalid", "paused", "checking", "draining"));

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final KeyViews views;

    Roster(JdbcClient jdbc, KeyViews views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    /**
     * Which keys are wanted; null stands for all.
     *
     * @param text part of the label, in any case
     */
    record Filter(
            @Nullable String service,
            @Nullable String status,
            @Nullable UUID scope,
            @Nullable String text) {

        /** The part of the status that is in the database: a key that has to wait is an active one there. */
        @Nullable
        String storedStatus() {
            return status == null ? null : (status.equals("rate_limited") ? "active" : status).toUpperCase(Locale.ROOT);
        }
    }

    record Page(List<KeyView> items, @Nullable String nextCursor) {}

    /** A page. The status of this moment is not in the database, so keys are read until enough of them fit. */
    Page page(Person person, Filter filter, KeySort.Order order, @Nullable Cursor from, int most) {
        if (filter.status() != null && !STATUSES.contains(filter.status())) {
            throw new RosterException.UnknownFilter("status", String.join(", ", STATUSES));
        }
        int chunkSize = filter.status() == null ? most + 1 : Math.max(CHUNK, most + 1);
        Map<Cursor, KeyView> fitting = new LinkedHashMap<>();
        Cursor after = from;
        while (fitting.size() <= most) {
            List<Cursor> places = places(person, filter, order, after, chunkSize);
            Map<UUID, KeyView> found = views.of(places.stream().map(Cursor::id).toList());
            for (Cursor place : places) {
                KeyView view = found.get(place.id());
                if (view != null && (filter.status() == null || filter.status().equals(view.status()))) {
                    fitting.put(place, view);
                }
            }
            if (places.size() < chunkSize) {
                break;
            }
            after = places.getLast();
        }
        List<Cursor> shown = fitting.keySet().stream().limit(most).toList();
        return new Page(
                shown.stream().map(fitting::get).toList(),
                fitting.size() > most ? shown.getLast().text() : null);
    }

    private List<Cursor> places(Person person, Filter filter, KeySort.Order order, @Nullable Cursor after, int most) {
        KeySort by = order.by();
        String direction = order.descending() ? "desc" : "asc";
        String beyond = after == null
                ? ""
                : "and (%s, k.id) %s (:place, :after)".formatted(by.sql, order.descending() ? "<" : ">");
        var query = jdbc.sql("""
                        select k.id, (%1$s)::text as place from api_keys k
                        where k.deleted_at is null and (k.owner_id = :person or k.owner_id is null)
                          and (cast(:service as text) is null or k.service_type = :service)
                          and (cast(:scope as uuid) is null or k.scope_id = :scope)
                          and (cast(:text as text) is null or position(lower(:text) in lower(k.label)) > 0)
                          and (cast(:status as text) is null or k.status = :status)
                          %2$s
                        order by %1$s %3$s, k.id %3$s limit :most""".formatted(by.sql, beyond, direction))
                .param("person", person.id())
                .param("service", filter.service())
                .param("scope", filter.scope())
                .param("text", filter.text())
                .param("status", filter.storedStatus())
                .param("most", most);
        if (after != null) {
            query = query.param("after", after.id()).param("place", by.isNumber ? after.number() : after.sortedBy());
        }
        return query.query((row, _) -> new Cursor(row.getString("place"), row.getObject("id", UUID.class)))
                .list();
    }
}
