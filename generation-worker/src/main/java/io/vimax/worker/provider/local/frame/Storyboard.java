package io.vimax.worker.provider.local.frame;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Look;
import io.vimax.worker.provider.local.frame.paint.Picture;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import io.vimax.worker.provider.local.frame.paint.Tone;
import io.vimax.worker.provider.local.frame.people.Cast;
import io.vimax.worker.provider.local.frame.place.Places;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Draws storyboard frames. */
public final class Storyboard {
    private static final String CHUNK = "vimax-frame";

    private Storyboard() {}

    /** The layered picture of a spec: the same spec gives the same pixels. */
    public static Picture draw(FrameSpec spec) {
        Look look = Look.of(spec.lookSeed(), spec.style());
        String weather = weather(spec.weather());
        Tone tone = Tone.of(look, hour(spec.timeOfDay()), weather, spec.mood().toLowerCase(Locale.ROOT));
        Places.Place place = Places.find(spec.place(), spec.description(), spec.interior());
        if (place.interior()) {
            tone = tone.indoors();
        }
        String framing = framing(spec.framing());
        if ((framing.equals("detail") || framing.equals("close"))
                && Cast.nothingNear(spec.description(), spec.people())) {
            framing = "medium";
        }
        Random random = new Random(spec.seed() * 0x9E3779B97F4A7C15L + 7);
        random.nextInt();
        double side = side(spec.cameraMove(), random);
        long setSeed = spec.lookSeed() * 1_000_003L + place.name().hashCode();
        Stage stage = new Stage(
                spec.width(),
                spec.height(),
                tone,
                view(spec, framing, side, random),
                framing.equals("aerial"),
                setSeed,
                random.nextLong());
        Places.paint(place, stage, weather);
        Cast cast = new Cast(stage, spec.description(), spec.people(), place.interior(), side);
        Cast.Focus focus = cast.stage(framing);
        boolean open = framing.equals("wide")
                || (framing.equals("medium") && spec.people().size() < 2);
        if (open && random.nextDouble() < 0.55) {
            Foreground.frame(stage, !place.weather(), -side);
        }
        floorShade(stage);
        double blur = switch (framing) {
            case "medium" -> 0.0042;
            case "close" -> 0.0085;
            case "detail" -> 0.0105;
            default -> 0;
        };
        double corners = place.interior() ? 0.4 : tone.hour().dark() ? 0.34 : 0.26;
        return new Picture(
                spec.width(),
                spec.height(),
                stage.seal(blur * stage.unit()),
                stage.living(),
                corners + (spec.mood().equals("tense") ? 0.15 : 0),
                focus.x(),
                focus.y());
    }

    /** Draws the still frame into a PNG that carries its spec. */
    public static void write(FrameSpec spec, Path png) throws IOException {
        write(draw(spec), spec, png);
    }

    static void write(Picture picture, FrameSpec spec, Path png) throws IOException {
        PngFile.write(picture.flatten(), CHUNK, SpecText.write(spec), png);
    }

    /** The spec that a PNG was drawn from; empty for pictures from elsewhere. */
    public static Optional<FrameSpec> readSpec(Path png) throws IOException {
        return PngFile.text(png, CHUNK).flatMap(SpecText::read);
    }

    /** The frame darkens towards the lower edge so that people and captions hold against it. */
    private static void floorShade(Stage s) {
        Brush b = s.frameLayer(1.3, new Sheet.Motion.Still());
        double m = s.height() * 0.12;
        b.veil(
                Shapes.box(-s.width() * 0.12, s.height() * 0.7, s.width() * 1.24, s.height() * 0.3 + m),
                s.tone().ink(),
                s.tone().hour().dark() ? 0.3 : 0.24,
                s.height() * 0.7,
                s.height() + m);
    }

    /** People stand where a pan starts, else left or right by chance. */
    private static double side(String move, Random random) {
        boolean left = random.nextBoolean();
        return switch (move) {
            case "pan_right" -> -1;
            case "pan_left" -> 1;
            default -> left ? -1 : 1;
        };
    }

    private static Stage.View view(FrameSpec spec, String framing, double side, Random r) {
        double w = spec.width();
        double h = spec.height();
        double level = h * (w > h ? 0.6 : 0.58);
        boolean mirrored = side > 0;
        return switch (framing) {
            case "medium" ->
                new Stage.View(
                        1.4 + 0.35 * r.nextDouble(),
                        w * (0.46 + 0.2 * r.nextDouble()),
                        level + h * 0.01 + h * 0.05 * r.nextDouble(),
                        mirrored);
            case "close" ->
                new Stage.View(
                        1.8 + 0.5 * r.nextDouble(),
                        w * (0.5 + 0.24 * r.nextDouble()),
                        level - h * (0.02 + 0.08 * r.nextDouble()),
                        mirrored);
            case "detail" ->
                new Stage.View(
                        2.1 + 0.5 * r.nextDouble(), w * (0.45 + 0.25 * r.nextDouble()), level + h * 0.02, mirrored);
            case "aerial" ->
                new Stage.View(1 + 0.18 * r.nextDouble(), w * (0.47 + 0.06 * r.nextDouble()), h * 0.52, mirrored);
            default -> {
                double zoom = 1 + 0.2 * r.nextDouble();
                yield new Stage.View(
                        zoom,
                        w * (0.5 + 0.07 * (r.nextDouble() - 0.5)),
                        h * (0.5 + 0.03 * (r.nextDouble() - 0.3)) + h * 0.09 * (zoom - 1),
                        mirrored);
            }
        };
    }

    private static Tone.Hour hour(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "dawn", "sunrise", "黎明", "清晨", "拂晓" -> Tone.Hour.DAWN;
            case "morning", "早晨", "上午", "早上" -> Tone.Hour.MORNING;
            case "dusk", "evening", "sunset", "twilight", "黄昏", "傍晚", "日落" -> Tone.Hour.DUSK;
            case "night", "midnight", "夜", "夜晚", "深夜", "晚上" -> Tone.Hour.NIGHT;
            default -> Tone.Hour.DAY;
        };
    }

    private static String weather(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "cloudy", "overcast", "阴", "多云" -> "cloudy";
            case "rain", "rainy", "雨" -> "rain";
            case "storm", "stormy", "thunderstorm", "暴风雨", "雷雨" -> "storm";
            case "snow", "snowy", "雪" -> "snow";
            case "fog", "foggy", "mist", "雾" -> "fog";
            case "wind", "windy", "风" -> "wind";
            default -> "clear";
        };
    }

    private static String framing(String word) {
        return switch (word) {
            case "medium", "close", "detail", "aerial" -> word;
            default -> "wide";
        };
    }
}
