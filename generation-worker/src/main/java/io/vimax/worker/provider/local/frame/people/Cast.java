package io.vimax.worker.provider.local.frame.people;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** Puts people and things before the camera: where they stand, how large, which way they face. */
public final class Cast {

    /** What the eye should go to, in frame pixels. */
    public record Focus(double x, double y) {}

    private static final int MOST = 5;

    private final Stage s;
    private final String description;
    private final List<Costume> costumes = new ArrayList<>();
    private final List<Thing> animals = new ArrayList<>();
    private final List<Thing> things = new ArrayList<>();
    private final boolean interior;
    private final double side;
    private final Random r;
    private final double u;

    /** @param side -1 when the group belongs on the left of the frame, looking right; 1 the other way */
    public Cast(Stage stage, String description, List<String> people, boolean interior, double side) {
        this.s = stage;
        this.description = description;
        this.interior = interior;
        this.side = side;
        this.r = stage.shot();
        this.u = stage.unit();
        List<String> names = new ArrayList<>(people.isEmpty() ? Strangers.in(description) : people);
        if (!people.isEmpty()) {
            names.addAll(Strangers.beside(description));
        }
        for (String name : names) {
            Being being = Being.of(name);
            for (int i = 0; i < being.count(); i++) {
                switch (being.nature()) {
                    case PERSON, ROBOT -> {
                        Being one = i == 0 ? being : being.another(i);
                        if (costumes.size() < MOST) {
                            costumes.add(Costume.of(one, stage.tone().look()));
                        }
                    }
                    case ANIMAL -> {
                        if (animals.size() < MOST) {
                            animals.add(Thing.named(Objects.requireNonNull(being.drawn())));
                        }
                    }
                    case NO_FIGURE -> {
                        if (being.drawn() != null) {
                            things.add(Thing.named(being.drawn()));
                        }
                    }
                }
            }
        }
    }

    public Focus stage(String framing) {
        Optional<Thing> main = things.isEmpty() ? Thing.mainIn(description) : Optional.of(things.getFirst());
        return switch (framing) {
            case "medium" -> costumes.isEmpty() ? new Beasts(s, animals, things, side).stage(0.7, this::plain) : half();
            case "close" ->
                !costumes.isEmpty()
                        ? portrait()
                        : animals.isEmpty() ? detail(main) : new Beasts(s, animals, things, side).portrait();
            case "detail" ->
                main.isPresent()
                        ? detail(main)
                        : !costumes.isEmpty()
                                ? portrait()
                                : animals.isEmpty() ? plain() : new Beasts(s, animals, things, side).portrait();
            case "aerial" ->
                costumes.isEmpty() && !animals.isEmpty()
                        ? new Beasts(s, animals, things, side).stage(0.2, this::plain)
                        : small(u * (interior ? 0.3 : 0.12), s.height() * (interior ? 0.74 : 0.8), 0.33);
            default ->
                costumes.isEmpty() && !animals.isEmpty()
                        ? new Beasts(s, animals, things, side).stage(0.36, this::plain)
                        : small(
                                u * (interior ? 0.47 + 0.1 * r.nextDouble() : 0.25 + 0.13 * r.nextDouble()),
                                s.height() * (interior ? 0.93 : 0.9 + 0.03 * r.nextDouble()),
                                0);
        };
    }

    /** Whether a shot from near has nothing to be near to: then the place had better be seen whole. */
    public static boolean nothingNear(String description, List<String> people) {
        return people.stream().allMatch(it -> Being.of(it).nature() == Being.Nature.NO_FIGURE)
                && people.stream().allMatch(it -> Being.of(it).drawn() == null)
                && Thing.mainIn(description).isEmpty()
                && (!people.isEmpty() || Strangers.in(description).isEmpty());
    }

    private Focus detail(Optional<Thing> main) {
        return main.map(thing -> new CloseUp(s, thing, costumes, interior, side).paint())
                .orElseGet(this::plain);
    }

    /** The place, with whatever stands in it. */
    private Focus plain() {
        return small(u * 0.36, s.height() * 0.94, 0);
    }

    private double third() {
        return s.width() * (0.5 + side * (0.14 + 0.05 * r.nextDouble()));
    }

    private Focus small(double height, double foot, double aside) {
        new Crowd(s, description, side).paint(height, foot);
        Pose lead = Pose.of(description, true);
        Optional<Thing> held = held();
        lead = gesture(lead, held);
        double x = aside == 0 ? third() : s.width() * (0.5 - side * (interior ? 0 : aside));
        boolean right = side < 0;
        int n = costumes.size();
        boolean talking = n > 1
                && new Words(description)
                        .any(
                                "talk", "argue", "speaks", "tells", "asks", "answers", "whisper", "quarrel", "说", "谈",
                                "争", "问", "聊");
        for (int i = n - 1; i >= 0; i--) {
            double px = x
                    + side * height * (0.42 + 0.06 * r.nextDouble()) * i * (i % 2 == 0 ? 1 : 0.9)
                    - (n > 2 ? side * height * 0.3 : 0);
            px = Math.clamp(px, s.width() * 0.12, s.width() * 0.88);
            double py = foot - height * 0.05 * i;
            Pose pose = i == 0 ? lead : companion(lead, i);
            boolean together = i != 1 || n == 2 || lead.equals(Pose.WALK) || lead.equals(Pose.RUN) || lead.fromBehind();
            boolean faces = (i == 0 && talking) != (together || r.nextBoolean()) ? right : !right;
            person(costumes.get(i), pose, px, py, height, faces, i, true);
            if (i == 0) {
                carry(held, costumes.get(0), pose, px, py, height, faces);
            }
        }
        List<Thing> beside = beside();
        for (int i = 0; i < beside.size(); i++) {
            Thing t = beside.get(i);
            double away = n == 0 ? -i * 0.7 : 0.5 + t.size() * 0.75 + i * 0.5;
            stand(
                    t,
                    x - side * height * away,
                    foot + height * (0.03 - 0.03 * i),
                    height * Math.max(1, 0.25 / t.size()));
        }
        return new Focus(n == 0 ? s.width() * (0.5 - side * 0.15) : x, n == 0 ? s.horizon() : foot - height * 0.8);
    }

    private Focus half() {
        double height = u * (s.height() > s.width() ? 1.3 : 1.42 + 0.12 * r.nextDouble());
        Pose lead = gesture(Pose.of(description, false), held());
        Optional<Thing> held = held();
        int n = Math.min(3, costumes.size());
        double top = s.height() * (s.height() > s.width() ? 0.3 : 0.15);
        boolean sheltered = held.filter(t -> t.name().equals("umbrella")).isPresent();
        if (sheltered) {
            height *= 0.78;
            top = s.height() * 0.42;
        } else if (lead.armFront().endY() < -1) {
            height *= 0.86;
            top = s.height() * (s.height() > s.width() ? 0.36 : 0.3);
        }
        double seat = lead.hip() > -0.4 ? -0.2 : 0;
        double foot = top
                + height * (Math.max(costumes.get(0).height(), 0.8) * Figure.crown(costumes.get(0), Pose.STAND) + seat);
        boolean pointing = n == 2 && lead.armFront().endX() > 0.3;
        double x = n == 1 ? third() : s.width() * (0.5 + side * (s.width() > s.height() ? 0.17 : 0.2));
        boolean right = side < 0;
        for (int i = n - 1; i >= 0; i--) {
            double px = pointing
                    ? s.width() * (0.5 + side * (i == 0 ? 0.05 : 0.32))
                    : i == 0
                            ? x
                            : i == 1
                                    ? s.width() * (0.5 - side * (s.width() > s.height() ? 0.17 : 0.22))
                                    : s.width() * (0.5 - side * 0.02);
            double py = i == 2 ? foot - height * 0.04 : foot;
            Pose pose = i == 0 ? lead : companion(lead, i);
            boolean faces = i == 1 && !pointing ? !right : right;
            person(costumes.get(i), pose, px, py, i == 2 ? height * 0.92 : height, faces, i, false);
            if (i == 0) {
                carry(held, costumes.get(0), pose, px, py, height, faces);
            }
        }
        List<Thing> beside = beside();
        for (int i = 0; i < Math.min(2, beside.size()); i++) {
            Thing t = beside.get(i);
            double size = Math.clamp(t.size(), 0.3, 0.55) / t.size();
            stand(t, s.width() * (0.5 - side * (0.33 - 0.2 * i)), s.height() * 1.02, u * 1.15 * size);
        }
        return new Focus(x, top + height * 0.1);
    }

    /** What the lead has in hand: a thing of the cast before one of the scenery. */
    private Optional<Thing> held() {
        return things.stream().filter(Thing::held).findFirst().or(() -> Thing.heldIn(description));
    }

    /** The animals of the shot and what else its description puts on the ground, each once. */
    private List<Thing> beside() {
        List<Thing> beside = new ArrayList<>(animals);
        things.stream().filter(t -> !t.held() || costumes.isEmpty()).forEach(beside::add);
        Thing.standingIn(description).filter(t -> !beside.contains(t)).ifPresent(beside::add);
        return beside;
    }

    private Focus portrait() {
        Costume main = costumes.get(0);
        double face = u * (s.height() > s.width() ? 0.36 : 0.42 + 0.05 * r.nextDouble());
        double height = face / (Figure.headShare(main) * main.height());
        double top = s.height() * (s.height() > s.width() ? 0.24 : 0.07);
        double x = s.width() * (0.5 + side * (s.width() > s.height() ? 0.1 + 0.05 * r.nextDouble() : 0.04));
        boolean right = side < 0;
        double foot = top + height * main.height() * Figure.crown(main, Pose.STAND);
        Optional<Thing> held = held();
        Pose pose = held.isPresent() ? Pose.HOLD : Pose.STAND;
        Words w = new Words(description);
        if (w.any("cry", "cries", "tears", "sad", "head down", "looks down", "哭", "泪", "低头")) {
            pose = Pose.BOW;
        }
        if (costumes.size() > 1) {
            Costume other = costumes.get(1);
            double h2 = u * 4.1;
            Brush b = s.frameLayer(1.16, new Sheet.Motion.Breathe(s.width() * 0.5, s.height(), 0.003, 2));
            Brush dark = b.at(1.22);
            Figure.draw(
                    dark,
                    other,
                    Pose.WATCH,
                    s.width() * (0.5 - side * (s.width() > s.height() ? 0.36 : 0.42)),
                    s.height() * 0.26 + h2 * other.height(),
                    h2,
                    !right);
        }
        person(main, pose, x, foot, height, right, 0, false);
        held.filter(t -> t.size() < 0.3)
                .ifPresent(t -> carryAt(t, x - side * height * 0.1, s.height() * 0.93, height * 0.62));
        s.add(new Living.Glow(
                x + s.lightFrom() * u * 0.34,
                top + face * 0.45,
                u * 0.42,
                Colour.mix(s.tone().key(), s.tone().skyLow(), 0.3),
                0.16,
                Living.Flicker.STEADY,
                0,
                1.05));
        return new Focus(x, top + face * 0.6);
    }

    private Pose gesture(Pose pose, Optional<Thing> held) {
        if (held.isEmpty()) {
            return pose;
        }
        boolean light = held.get().glows() > 1
                || held.get().name().equals("umbrella")
                || held.get().name().equals("kite");
        if (pose.equals(Pose.STAND) || pose.equals(Pose.FOLD) || pose.equals(Pose.WATCH)) {
            return light && !held.get().name().equals("umbrella") ? Pose.RAISE : Pose.HOLD;
        }
        return pose;
    }

    private Pose companion(Pose lead, int i) {
        if (lead.equals(Pose.WALK)
                || lead.equals(Pose.RUN)
                || lead.equals(Pose.REACH_UP)
                || lead.fromBehind()
                || lead.hip() > -0.4) {
            return lead;
        }
        Pose[] still = {Pose.STAND, Pose.FOLD, Pose.HOLD, Pose.STAND};
        return still[(i + r.nextInt(2)) % still.length];
    }

    private void person(Costume c, Pose pose, double x, double y, double height, boolean right, int i, boolean shadow) {
        Brush b = s.frameLayer(
                1 + 0.002 * (MOST - i),
                new Sheet.Motion.Breathe(x, y, shadow ? 0.006 : 0.0035, i * 1.7 + r.nextDouble()));
        if (shadow) {
            double w = height * 0.24;
            b.raw(
                    Shapes.oval(x - s.lightFrom() * w * 0.7, y, w * 1.2, w * 0.13),
                    s.tone().ink(),
                    0.45);
            if (pose.equals(Pose.SIT)) {
                b.body(
                        Shapes.box(
                                x - height * 0.1,
                                y - height * 0.24 * c.height(),
                                height * 0.2,
                                height * 0.24 * c.height()),
                        0x6d5844,
                        height * 0.06);
            }
        }
        Figure.draw(new Brush(b.g(), s.tone().onPeople(), b.depth(), b.lightFrom()), c, pose, x, y, height, right);
    }

    private void carry(Optional<Thing> held, Costume c, Pose pose, double x, double y, double height, boolean right) {
        held.ifPresent(t -> {
            double[] hand = Figure.hand(c, pose, x, y, height, right);
            // A kite flies above those who are far away; of those who are near it must not hide the faces.
            boolean near = height > s.height();
            double size = Math.max(t.size(), 0.12) * height * (near && t.name().equals("kite") ? 0.5 : 1);
            double lift = near && t.name().equals("kite")
                    ? 0.2
                    : t.name().equals("umbrella")
                            ? -0.44
                            : t.name().equals("lantern") ? 0.36 : t.name().equals("kite") ? -1.6 : -0.2;
            Brush b = s.frameLayer(1.0115, new Sheet.Motion.Breathe(x, y, 0.005, 0.4));
            double top = Math.max(hand[1] + lift * size, s.height() * 0.05 + size * 0.5);
            b.in(hand[0], top, right ? size : -size, size, t.paint());
            glow(t, hand[0], top, size);
        });
    }

    private void carryAt(Thing t, double x, double y, double height) {
        double size = Math.max(t.size(), 0.14) * height;
        Brush b = s.frameLayer(1.02, new Sheet.Motion.Still());
        b.in(x, y, size, size, t.paint());
        glow(t, x, y, size);
    }

    private void stand(Thing t, double x, double foot, double height) {
        double size = t.size() * height;
        Brush b = s.frameLayer(
                1.001,
                new Sheet.Motion.Breathe(
                        x, foot, t.name().equals("door") || t.name().equals("car") ? 0 : 0.006, 2));
        b.raw(Shapes.oval(x, foot, size * 0.4, size * 0.05), s.tone().ink(), 0.4);
        b.in(x, foot - size * 0.49, side < 0 ? -size : size, size, t.paint());
        glow(t, x, foot - size * 0.4, size);
    }

    private void glow(Thing t, double x, double y, double size) {
        shine(s, t, x, y, size);
    }

    /** Lit things light what is around them; fires throw sparks. */
    static void shine(Stage s, Thing t, double x, double y, double size) {
        double u = s.unit();
        if (t.glows() > 0) {
            s.add(new Living.Glow(
                    x,
                    y,
                    Math.min(u * 0.7, size * t.glows() * 1.3),
                    s.tone().lamp(),
                    0.5,
                    t.name().equals("phone") ? Living.Flicker.STEADY : Living.Flicker.FIRE,
                    1,
                    1.06));
            if (t.name().equals("fire")) {
                s.add(new Living.Motes(
                        x,
                        y - size * 0.8,
                        size * 0.5,
                        size,
                        26,
                        Math.max(1, u * 0.002),
                        size * 1.6,
                        size * 0.3,
                        s.tone().lamp(),
                        0.9,
                        true,
                        41,
                        1.07));
            }
        }
    }
}
