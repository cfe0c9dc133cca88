package io.vimax.worker.provider.local.frame.people;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import java.util.List;
import java.util.function.Supplier;

/** Animals that are the ones a shot is about, without people. */
record Beasts(Stage s, List<Thing> animals, List<Thing> things, double side) {

    /** @param share size of a middling animal as a share of the frame's shorter edge */
    Cast.Focus stage(double share, Supplier<Cast.Focus> nobody) {
        if (animals.isEmpty()) {
            return nobody.get();
        }
        double u = s.unit();
        // Mouse and whale differ, but neither is lost nor fills everything.
        double size = u * share * Math.clamp(Math.sqrt(animals.getFirst().size() / 0.4), 0.8, 1.7);
        int n = animals.size();
        double step = Math.min(size * 0.95, s.width() * 0.6 / n);
        double x = s.width() * (0.5 + side * 0.16) - side * step * 0.2 * (n - 1);
        for (int i = n - 1; i >= 0; i--) {
            Thing animal = animals.get(i);
            double px = Math.clamp(x - side * step * i, size * 0.4, s.width() - size * 0.4);
            double own = size
                    * (1 - 0.1 * i)
                    * Math.clamp(Math.sqrt(animal.size() / animals.getFirst().size()), 0.45, 1.4);
            draw(
                    animal,
                    px,
                    s.height() * (0.93 - 0.025 * i) - (share < 0.3 ? s.height() * 0.1 : 0),
                    own,
                    1 + 0.002 * (5 - i));
        }
        for (Thing thing : things) {
            double own = size * Math.clamp(thing.size() * 1.6, 0.3, 1.3);
            draw(thing, x - side * size * 0.85, s.height() * 0.95 - (share < 0.3 ? s.height() * 0.1 : 0), own, 1.02);
        }
        return new Cast.Focus(x, s.height() * 0.9 - size * 0.5);
    }

    /** Head and shoulders of the first. */
    Cast.Focus portrait() {
        double u = s.unit();
        Thing animal = animals.getFirst();
        double size = u * (animal.name().equals("whale") ? 1.1 : 1.25);
        double x = s.width() * (0.5 + side * 0.2);
        double foot = switch (animal.name()) {
            case "whale" -> s.height() * 0.5 + size * 0.42;
            case "rabbit", "mouse", "hedgehog", "turtle" -> s.height() * 0.5 + size * 0.56;
            default -> s.height() * 0.5 + size * 0.68;
        };
        draw(animal, x, foot, size, 1.01);
        return new Cast.Focus(x - side * size * 0.35, s.height() * 0.4);
    }

    private void draw(Thing animal, double x, double foot, double size, double depth) {
        Brush b = s.frameLayer(depth, new Sheet.Motion.Breathe(x, foot, 0.006, depth * 7));
        b.raw(Shapes.oval(x, foot, size * 0.42, size * 0.05), s.tone().ink(), 0.4);
        Brush lit = new Brush(b.g(), s.tone().onPeople(), b.depth(), b.lightFrom());
        lit.in(x, foot - size * 0.49, side < 0 ? size : -size, size, animal.paint());
    }
}
