package io.vimax.worker.provider.local.frame.people;

/**
 * A gesture: joints in a body of height 1, feet at 0, up is negative, facing right. Arms and legs are given as
 * elbow and hand, knee and foot.
 */
record Pose(
        double hip,
        double lean,
        Limb armBack,
        Limb armFront,
        Limb legBack,
        Limb legFront,
        boolean fromBehind,
        double nod) {

    /** A limb from its joint with the body: where it bends and where it ends. */
    record Limb(double bendX, double bendY, double endX, double endY) {}

    private static final Limb DOWN_BACK = new Limb(-0.13, -0.64, -0.1, -0.47);
    private static final Limb DOWN_FRONT = new Limb(0.12, -0.64, 0.13, -0.47);
    private static final Limb LEG_BACK = new Limb(-0.05, -0.25, -0.06, 0);
    private static final Limb LEG_FRONT = new Limb(0.05, -0.25, 0.075, 0);

    static final Pose STAND = new Pose(-0.49, 0, DOWN_BACK, DOWN_FRONT, LEG_BACK, LEG_FRONT, false, 0);
    static final Pose WATCH = new Pose(-0.49, 0, DOWN_BACK, DOWN_FRONT, LEG_BACK, LEG_FRONT, true, 0);
    static final Pose WALK = new Pose(
            -0.485,
            0.03,
            new Limb(-0.14, -0.62, -0.02, -0.48),
            new Limb(0.06, -0.62, 0.2, -0.52),
            new Limb(-0.03, -0.25, -0.18, -0.015),
            new Limb(0.1, -0.26, 0.16, 0),
            false,
            0);
    static final Pose RUN = new Pose(
            -0.48,
            0.1,
            new Limb(-0.16, -0.66, -0.13, -0.5),
            new Limb(0.14, -0.66, 0.29, -0.72),
            new Limb(-0.08, -0.27, -0.31, -0.19),
            new Limb(0.18, -0.36, 0.22, -0.06),
            false,
            0);
    static final Pose POINT = new Pose(
            -0.49,
            0.01,
            DOWN_BACK,
            new Limb(0.23, -0.8, 0.41, -0.86),
            LEG_BACK,
            new Limb(0.06, -0.25, 0.11, 0),
            false,
            0);
    static final Pose RAISE =
            new Pose(-0.49, 0, DOWN_BACK, new Limb(0.2, -0.85, 0.24, -1.03), LEG_BACK, LEG_FRONT, false, -0.12);
    static final Pose WAVE =
            new Pose(-0.49, -0.01, DOWN_BACK, new Limb(0.21, -0.86, 0.17, -1.07), LEG_BACK, LEG_FRONT, false, -0.05);
    static final Pose HOLD = new Pose(
            -0.49,
            0.01,
            new Limb(-0.1, -0.63, 0.1, -0.61),
            new Limb(0.13, -0.63, 0.18, -0.63),
            LEG_BACK,
            LEG_FRONT,
            false,
            0.16);
    static final Pose FOLD = new Pose(
            -0.49,
            0,
            new Limb(-0.13, -0.65, 0.05, -0.66),
            new Limb(0.13, -0.65, -0.03, -0.68),
            LEG_BACK,
            LEG_FRONT,
            false,
            0);
    static final Pose REACH = new Pose(
            -0.485,
            0.05,
            DOWN_BACK,
            new Limb(0.22, -0.74, 0.37, -0.72),
            LEG_BACK,
            new Limb(0.09, -0.26, 0.15, 0),
            false,
            0.05);
    static final Pose SIT = new Pose(
            -0.29,
            0.02,
            new Limb(-0.09, -0.43, 0.08, -0.34),
            new Limb(0.12, -0.43, 0.2, -0.36),
            new Limb(0.18, -0.27, 0.17, 0),
            new Limb(0.22, -0.28, 0.23, 0),
            false,
            0.08);
    static final Pose KNEEL = new Pose(
            -0.3,
            0.06,
            new Limb(-0.08, -0.44, 0.1, -0.4),
            new Limb(0.16, -0.42, 0.26, -0.32),
            new Limb(-0.02, -0.03, -0.23, -0.02),
            new Limb(0.17, -0.27, 0.15, 0),
            false,
            0.2);
    static final Pose BOW =
            new Pose(-0.49, 0.07, DOWN_BACK, new Limb(0.15, -0.6, 0.17, -0.44), LEG_BACK, LEG_FRONT, false, 0.35);
    static final Pose REACH_UP = new Pose(
            -0.49,
            0,
            new Limb(-0.13, -0.88, -0.12, -1.08),
            new Limb(0.19, -0.87, 0.21, -1.07),
            LEG_BACK,
            LEG_FRONT,
            false,
            -0.2);

    /** Shoulder to crown rises with the hip. */
    double neck() {
        return hip - 0.345;
    }

    static Pose of(String description, boolean wide) {
        Words w = new Words(description);
        if (w.any("run", "races", "chase", "flee", "dash", "sprint", "hurries", "rushes", "跑", "奔", "追", "逃", "冲")) {
            return RUN;
        }
        if (w.any("kneel", "crouch", "bends down", "digs", "跪", "蹲", "俯身", "弯腰")) {
            return KNEEL;
        }
        if (w.any("sit", "sits", "seated", "sitting", "坐")) {
            return SIT;
        }
        if (w.any("raise", "lifts", "holds up", "held high", "hold high", "aloft", "toast", "举", "高举", "抬起")) {
            return RAISE;
        }
        if (w.any("waves", "waving", "greets", "goodbye", "farewell", "beckon", "挥手", "招手", "告别", "再见", "打招呼")) {
            return WAVE;
        }
        if (w.any("dance", "cheer", "jump", "celebrat", "triumph", "跳", "舞", "欢呼", "庆祝")) {
            return REACH_UP;
        }
        if (w.any("point", "commands", "shouts", "指", "喊", "命令")) {
            return POINT;
        }
        if (w.any(
                "reach",
                "touch",
                "opens",
                "pushes",
                "pulls",
                "knocks",
                "hands over",
                "offers",
                "gives",
                "presses",
                "turns the",
                "伸手",
                "触",
                "推",
                "拉",
                "敲",
                "递",
                "打开",
                "按下",
                "拧")) {
            return REACH;
        }
        if (w.any(
                "hold",
                "holds",
                "carries",
                "carrying",
                "read",
                "reads",
                "writes",
                "writing",
                "looks at the",
                "cradle",
                "plays",
                "repair",
                "拿",
                "捧",
                "抱",
                "读",
                "写",
                "握",
                "端",
                "修",
                "弹")) {
            return HOLD;
        }
        if (w.any(
                "cry",
                "cries",
                "weeps",
                "mourn",
                "grief",
                "head down",
                "bow",
                "prays",
                "哭",
                "泣",
                "低头",
                "悲",
                "祈祷",
                "鞠躬")) {
            return BOW;
        }
        if (w.any(
                "walk",
                "walks",
                "climb",
                "arrive",
                "wander",
                "march",
                "enters",
                "leaves",
                "follows",
                "stride",
                "approach",
                "returns",
                "走",
                "爬",
                "来到",
                "漫步",
                "登",
                "离开",
                "跟着",
                "归")) {
            return WALK;
        }
        if (wide
                && w.any(
                        "watch",
                        "gaze",
                        "stares",
                        "looks",
                        "looking",
                        "faces the",
                        "horizon",
                        "望",
                        "凝视",
                        "眺",
                        "看着",
                        "面对",
                        "远方")) {
            return WATCH;
        }
        if (w.any("argue", "stubborn", "waits", "guards", "crosses", "arms crossed", "等", "守", "争")) {
            return FOLD;
        }
        return STAND;
    }
}
