package io.vimax.worker.provider.local.frame.people;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.util.Random;

/** The many of whom a description speaks without a name, behind everybody else. */
record Crowd(Stage s, String description, double side) {

    /** @param foot where the people before it stand; both in frame pixels */
    void paint(double height, double foot) {
        Random r = s.shot();
        Words w = new Words(description);
        if (!w.any(
                "crowd",
                "people",
                "villagers",
                "audience",
                "soldiers",
                "townsfolk",
                "passers",
                "children",
                "army",
                "人群",
                "众人",
                "人们",
                "观众",
                "村民",
                "士兵",
                "路人",
                "行人",
                "大家",
                "孩子们")) {
            return;
        }
        Brush b = s.frameLayer(0.9, new Sheet.Motion.Breathe(s.width() / 2.0, foot, 0.004, 3));
        Pose[] poses = {Pose.STAND, Pose.WALK, Pose.FOLD, Pose.WATCH};
        for (int i = 0; i < 11; i++) {
            double x = s.width() * (0.5 - side * (-0.12 + 0.055 * i) + 0.02 * r.nextDouble());
            Figure.draw(
                    b,
                    Costume.of("crowd" + i, s.tone().look()),
                    poses[r.nextInt(4)],
                    x,
                    foot - height * (0.16 + 0.1 * r.nextDouble()),
                    height * 0.72,
                    r.nextBoolean());
        }
    }
}
