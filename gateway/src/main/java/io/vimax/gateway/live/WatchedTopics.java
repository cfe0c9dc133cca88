package io.vimax.gateway.live;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The topics that one socket watches. Confined to the socket's thread. */
final class WatchedTopics {

    static final String LIBRARY = "library";
    static final String KEYS = "keys";

    private static final Pattern KNOWN =
            Pattern.compile("library|keys|episode:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** More than any page shows at once. */
    static final int MOST = 100;

    private final Set<String> topics = new LinkedHashSet<>();

    static String episode(Object episodeId) {
        return "episode:" + episodeId;
    }

    /** Whether all of these can be watched. */
    static boolean areKnown(Collection<String> names) {
        return names.size() <= MOST
                && names.stream().allMatch(name -> KNOWN.matcher(name).matches());
    }

    /** Watches more topics; false, and nothing is changed, if there would be too many. */
    boolean add(Collection<String> names) {
        Set<String> all = new LinkedHashSet<>(topics);
        all.addAll(names);
        if (all.size() > MOST) {
            return false;
        }
        topics.addAll(names);
        return true;
    }

    void remove(Collection<String> names) {
        topics.removeAll(Set.copyOf(names));
    }

    /** The topic under which this socket sees an event, if it watches any of the event's. */
    Optional<String> match(List<String> ofEvent) {
        return ofEvent.stream().filter(topics::contains).findFirst();
    }
}
