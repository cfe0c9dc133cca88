package io.vimax.keypool.live;

import io.vimax.keypool.pool.KeyView;
import io.vimax.keypool.pool.KeyView.RestView;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * Why something is not lent for a while.
 *
 * @param holder what rests: provider, model, scope, key, or a model of scope or key
 * @param until when it is tried again
 * @param since when it began
 * @param inARow how often it happened without a success in between
 * @param reason stable word
 */
public record Rest(String holder, Instant until, Instant since, int inARow, String reason) {

    static Rest of(RestView view, UUID key) {
        String[] parts = view.holder().split("\\|", 2);
        String whose = parts[0].equals("provider") || parts[0].equals("model")
                ? parts[0]
                : parts[0].equals(key.toString()) ? "key" : "scope";
        String holder = parts.length == 1
                ? whose
                : whose.equals("model") ? "model " + parts[1] : whose + " and model " + parts[1];
        return new Rest(
                holder,
                Instant.ofEpochMilli(view.until()),
                Instant.ofEpochMilli(view.since()),
                view.inARow(),
                view.reason());
    }

    /** The longest rest that stops a key for every model: its own, its scope's or its provider's. */
    public static Optional<Rest> ofWhole(KeyView view, UUID key) {
        return view.rests().stream()
                .filter(rest -> rest.until() > view.at() && !rest.holder().contains("|"))
                .max(Comparator.comparingLong(RestView::until))
                .map(rest -> of(rest, key));
    }
}
