package io.vimax.worker.provider.local.frame.land;

import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Stage;

/** What falls from the sky and hangs in the air of an exterior. */
public final class Weather {
    private Weather() {}

    public static void add(Stage s, String weather) {
        double u = s.unit();
        long seed = s.shot().nextLong();
        int rain = Colour.mix(s.tone().skyLow(), 0xffffff, 0.4);
        switch (weather) {
            case "rain" -> {
                s.add(new Living.Rain(330, 0.28 * s.lightFrom(), 0.42, rain, seed, u, 1.4));
                Terrain.mist(s, s.horizon() + u * 0.04, u * 0.05, 0.22, 0.66);
            }
            case "storm" -> {
                s.add(new Living.Rain(460, 0.6 * s.lightFrom(), 0.46, rain, seed, u, 1.4));
                s.add(new Living.Lightning(
                        s.width() * 0.15, s.width() * 0.85, s.horizon() - u * 0.6, s.horizon(), 0xdfe6ff, seed, 0.08));
            }
            case "snow" -> s.add(new Living.Snow(330, 0.05 * s.lightFrom(), 0xffffff, seed, u, 1.4));
            case "fog" -> {
                Terrain.mist(s, s.horizon() + u * 0.02, u * 0.08, 0.5, 0.33);
                Terrain.mist(s, s.horizon() + u * 0.1, u * 0.07, 0.42, 0.66);
                Terrain.mist(s, s.height() * 0.95, u * 0.09, 0.3, 1.1);
            }
            case "wind" ->
                s.add(new Living.Motes(
                        s.width() * 0.5,
                        s.horizon(),
                        s.width() * 0.6,
                        u * 0.4,
                        26,
                        u * 0.003,
                        0,
                        u * 0.9 * s.lightFrom(),
                        s.tone().of(Material.LEAF, 1, 0.6),
                        0.8,
                        false,
                        seed,
                        1.1));
            default -> {}
        }
    }
}
