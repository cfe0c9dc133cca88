package io.vimax.worker.provider.local.frame;

import java.util.List;

/** Specs for tests, small enough to draw quickly. */
public final class Specs {
    private Specs() {}

    public static FrameSpec aShot() {
        return new FrameSpec(
                "Mara raises her lantern & waits, \"alone\"",
                "lighthouse on a cliff",
                "dusk",
                "rain",
                false,
                "tense",
                "wide",
                "push_in",
                List.of("Mara", "小明, the 2nd"),
                "storyboard",
                5,
                11,
                320,
                180);
    }

    public static FrameSpec aShotOf(String place, boolean interior, String framing) {
        return new FrameSpec(
                "", place, "day", "clear", interior, "calm", framing, "static", List.of("Mara"), "", 3, 11, 320, 180);
    }

    public static FrameSpec withSeed(FrameSpec s, long seed) {
        return new FrameSpec(
                s.description(),
                s.place(),
                s.timeOfDay(),
                s.weather(),
                s.interior(),
                s.mood(),
                s.framing(),
                s.cameraMove(),
                s.people(),
                s.style(),
                seed,
                s.lookSeed(),
                s.width(),
                s.height());
    }
}
