package io.vimax.worker.provider.remote;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Shapes such as {@code 16:9}, for models that take no sizes. */
public final class Shapes {

    /** Encoders round sizes to even numbers; more than this would be seen. */
    private static final double TOLERANCE = 0.03;

    private Shapes() {}

    /** The shape that a picture of this size has; empty if the model has none like it. */
    public static Optional<String> of(int width, int height, List<String> shapes) {
        double wanted = (double) width / height;
        return shapes.stream()
                .min(Comparator.comparingDouble(shape -> distance(shape, wanted)))
                .filter(shape -> distance(shape, wanted) <= TOLERANCE);
    }

    /** The refusal of a size that is none of the shapes. */
    public static String objection(String model, int width, int height, List<String> shapes) {
        return model + " makes pictures of the shape " + String.join(", ", shapes) + ", and the film is " + width
                + " x " + height + ".";
    }

    private static double distance(String shape, double wanted) {
        int colon = shape.indexOf(':');
        double ratio = Double.parseDouble(shape.substring(0, colon)) / Double.parseDouble(shape.substring(colon + 1));
        return Math.abs(ratio / wanted - 1);
    }
}
