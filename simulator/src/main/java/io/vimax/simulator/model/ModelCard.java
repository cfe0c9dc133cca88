package io.vimax.simulator.model;

import java.util.List;

/**
 * One model of one provider.
 *
 * @param mostImages reference pictures that a request may carry
 * @param roles what a picture may be, such as {@code first_frame}; empty where the provider knows no roles
 * @param seconds lengths that a clip may have; empty for any
 * @param ratios shapes such as {@code 16:9}; empty for any
 * @param micros price of one piece of work in millionths of a dollar
 */
public record ModelCard(
        String provider,
        String name,
        WorkKind kind,
        int mostImages,
        List<String> roles,
        List<Integer> seconds,
        List<String> ratios,
        long micros) {

    public ModelCard {
        roles = List.copyOf(roles);
        seconds = List.copyOf(seconds);
        ratios = List.copyOf(ratios);
    }

    /** A model that takes no pictures and any length and shape. */
    public static ModelCard of(String provider, String name, WorkKind kind, long micros) {
        return new ModelCard(provider, name, kind, 0, List.of(), List.of(), List.of(), micros);
    }
}
