package io.vimax.simulator.picture;

import java.awt.Color;

/**
 * The colours of an hour, as RGB.
 *
 * @param top of the sky
 * @param middle of the sky
 * @param horizon where far things fade to
 * @param source of the sun or the moon
 * @param near of what stands against the light in front
 * @param height of sun or moon, as a share of the picture from above
 */
record Light(int top, int middle, int horizon, int source, int near, double height) {

    private static final int GREY = 0x8a929c;
    private static final int DARK = 0x2a3038;

    static Light of(Sight sight) {
        Light clear = switch (sight.hour()) {
            case NIGHT -> new Light(0x060a20, 0x14224c, 0x3c5083, 0xf3efdc, 0x05070f, 0.2);
            case DUSK -> new Light(0x2c2c60, 0x9d4c70, 0xf79c5e, 0xffdca6, 0x1b1428, 0.46);
            case DAWN -> new Light(0x4c6ca0, 0xcb9eb2, 0xffd4a8, 0xfff2d2, 0x242a40, 0.43);
            case MORNING -> new Light(0x5b98cf, 0xa8cee8, 0xf7eedb, 0xfffbe6, 0x21382f, 0.28);
            case DAY -> new Light(0x3a82ca, 0x8cc1ea, 0xe0f0f5, 0xffffff, 0x203c2a, 0.16);
        };
        return switch (sight.sky()) {
            case CLEAR, WIND -> clear;
            case CLOUDY, SNOW -> clear.towards(GREY, 0.35);
            case FOG -> clear.towards(0xb9bfc4, sight.hour() == Sight.Hour.NIGHT ? 0.3 : 0.55);
            case RAIN -> clear.towards(GREY, 0.5).towards(DARK, 0.2);
            case STORM -> clear.towards(DARK, 0.55);
        };
    }

    private Light towards(int colour, double share) {
        return new Light(
                mix(top, colour, share),
                mix(middle, colour, share),
                mix(horizon, colour, share * 0.8),
                mix(source, colour, share * 0.4),
                mix(near, colour, share * 0.2),
                height);
    }

    /** What is that far away: 0 stands in front, 1 fades into the horizon. */
    int at(double distance) {
        return mix(near, mix(horizon, middle, 0.35), Math.clamp(distance, 0, 1));
    }

    static int mix(int from, int to, double share) {
        int red = (int) Math.round((from >> 16 & 0xff) + ((to >> 16 & 0xff) - (from >> 16 & 0xff)) * share);
        int green = (int) Math.round((from >> 8 & 0xff) + ((to >> 8 & 0xff) - (from >> 8 & 0xff)) * share);
        int blue = (int) Math.round((from & 0xff) + ((to & 0xff) - (from & 0xff)) * share);
        return red << 16 | green << 8 | blue;
    }

    /** @param alpha 0 is clear, 255 covers */
    static Color paint(int colour, double alpha) {
        return new Color(colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff, (int) Math.clamp(alpha, 0, 255));
    }

    static Color paint(int colour) {
        return new Color(colour);
    }
}
