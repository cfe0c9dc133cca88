package io.vimax.keypool.roster;

import java.util.Arrays;
import java.util.Locale;

/** What the list of keys can be sorted by, each as SQL that is never null. */
enum KeySort {
    CREATED_AT("(extract(epoch from k.created_at) * 1000000)::bigint", true),
    STATUS_SINCE("(extract(epoch from k.status_since) * 1000000)::bigint", true),
    /** Keys that were never used come first. */
    LAST_USED_AT("coalesce((extract(epoch from k.last_used_at) * 1000000)::bigint, 0)", true),
    WEIGHT("k.weight::bigint", true),
    PRIORITY("k.priority::bigint", true),
    LABEL("lower(k.label)", false),
    SERVICE_TYPE("k.service_type", false);

    final String sql;
    final boolean isNumber;

    KeySort(String sql, boolean isNumber) {
        this.sql = sql;
        this.isNumber = isNumber;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A wish such as {@code -created_at}.
     *
     * @param descending whether a minus stood in front
     */
    record Order(KeySort by, boolean descending) {

        /** @throws RosterException.UnknownFilter if there is no such sort */
        static Order of(String wish) {
            String word = wish.startsWith("-") ? wish.substring(1) : wish;
            KeySort by = Arrays.stream(values())
                    .filter(sort -> sort.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new RosterException.UnknownFilter(
                            "sort",
                            String.join(
                                            ", ",
                                            Arrays.stream(values())
                                                    .map(KeySort::word)
                                                    .toList())
                                    + ", with - in front for the other direction"));
            return new Order(by, wish.startsWith("-"));
        }
    }
}
