package io.vimax.worker.provider.local.frame.paint;

import io.vimax.worker.provider.local.frame.land.Sky;
import java.util.Map;

/**
 * The colours of one shot: the look of the episode under the light of an hour and a weather.
 *
 * @param haze what distance fades to
 * @param key colour of the light that falls on things
 * @param ambient colour of the shadows' fill
 * @param lamp colour of lamps, fires and lit windows
 * @param murk 0 clear air, 1 one sees ten paces
 */
public record Tone(
        Look look,
        Hour hour,
        int skyTop,
        int skyMiddle,
        int skyLow,
        int haze,
        int key,
        int ambient,
        int lamp,
        int ink,
        double murk,
        double grade) {

    public enum Hour {
        DAWN,
        MORNING,
        DAY,
        DUSK,
        NIGHT;

        public boolean dark() {
            return this == NIGHT || this == DUSK;
        }
    }

    private record Sky(int top, int middle, int low, int haze, int key, int ambient) {}

    private static final Map<Hour, Sky> SKIES = Map.of(
            Hour.DAWN, new Sky(0x45588a, 0xb98aa0, 0xfcc493, 0xd8a79c, 0xffd6a6, 0x7d7ba0),
            Hour.MORNING, new Sky(0x6aa7c6, 0xb4d6d8, 0xfdeccb, 0xcfdcd4, 0xfff2d2, 0xa8bac4),
            Hour.DAY, new Sky(0x4690bf, 0x93c3d8, 0xe4efe4, 0xc0d8da, 0xfff8e4, 0xa8bcc6),
            Hour.DUSK, new Sky(0x2d2b56, 0x98486c, 0xfb9350, 0xb2637a, 0xffae70, 0x6c5880),
            Hour.NIGHT, new Sky(0x0d1630, 0x1e345e, 0x42699a, 0x2e4b78, 0xbcd4ff, 0x35487a));

    public static Tone of(Look look, Hour hour, String weather, String mood) {
        Sky sky = SKIES.get(hour);
        if (sky == null) {
            throw new IllegalArgumentException("no sky for " + hour);
        }
        double grey = switch (weather) {
            case "storm" -> 0.72;
            case "rain" -> 0.58;
            case "fog" -> 0.55;
            case "snow" -> 0.45;
            case "cloudy" -> 0.4;
            case "wind" -> 0.15;
            default -> 0;
        };
        double dim = weather.equals("storm")
                ? (hour == Hour.NIGHT ? 0.95 : 0.62)
                : weather.equals("rain") ? (hour == Hour.NIGHT ? 1 : 0.8) : 1;
        double murk = switch (weather) {
            case "fog" -> 0.62;
            case "snow" -> 0.2;
            case "rain" -> 0.26;
            case "storm" -> 0.22;
            case "cloudy" -> 0.08;
            default -> 0;
        };
        double saturation = switch (mood) {
            case "sad" -> 0.7;
            case "mysterious" -> 0.85;
            case "joyful" -> 1.18;
            case "hopeful" -> 1.08;
            default -> 1;
        };
        double grade = mood.equals("joyful") ? 0.24 : 0.31;
        int pall = Colour.scale(Colour.mix(sky.haze, 0x808a94, 0.45), hour == Hour.NIGHT ? 0.88 : 1);
        Shade shade = new Shade(look.family(), pall, grey, dim, saturation, grade);
        int lamp = Colour.mix(0xffc873, look.family().accent(), 0.22);
        int ink = Colour.mix(look.family().shadow(), shade.of(sky.ambient), 0.1);
        return new Tone(
                look,
                hour,
                shade.of(sky.top),
                shade.of(sky.middle),
                shade.of(sky.low),
                shade.of(sky.haze),
                Colour.mix(sky.key, pall, grey * 0.5),
                Colour.scale(sky.ambient, 0.6 + 0.4 * dim),
                lamp,
                ink,
                murk,
                grade);
    }

    private record Shade(Look.Family family, int pall, double grey, double dim, double saturation, double grade) {
        int of(int rgb) {
            int under = Colour.scale(Colour.mix(rgb, pall, grey), dim);
            return family.grade(Colour.saturate(under, saturation), grade);
        }
    }

    /**
     * The colour of a material in this light.
     *
     * @param depth 0 at the horizon, 1 where people stand, above 1 between them and the camera
     * @param lit 0 in full shade, 1 in full light
     */
    public int of(int material, double depth, double lit) {
        double strength = hour == Hour.NIGHT ? 0.92 : 1.08;
        int light = Colour.mix(ambient, key, lit * (hour == Hour.NIGHT ? 0.5 : 0.95));
        int colour = look.family().grade(Colour.multiply(material, light, strength), grade);
        double far = Math.max(0, 1 - depth);
        double fade = Math.min(0.93, far * 0.78 + murk * (0.15 + far * 0.85));
        int seen = Colour.mix(colour, haze, fade);
        return depth > 1 ? Colour.mix(seen, ink, Math.min(0.82, (depth - 1) * 2.4)) : seen;
    }

    public int accent() {
        return look.family().accent();
    }

    /** The light on people: a little more fill, so that faces read in the dark. */
    public Tone onPeople() {
        int fill = Colour.mix(
                ambient, Colour.mix(key, skyLow, 0.4), hour == Hour.NIGHT ? 0.34 : hour == Hour.DUSK ? 0.2 : 0.1);
        return new Tone(look, hour, skyTop, skyMiddle, skyLow, haze, key, fill, lamp, ink, murk * 0.4, grade * 0.75);
    }

    /** The same light indoors: shadows are filled by the walls, air is clear. */
    public Tone indoors() {
        int fill = Colour.mix(
                Colour.mix(ambient, 0x94725c, hour.dark() ? 0.55 : 0.4),
                look.family().shadow(),
                hour.dark() ? 0.14 : 0.02);
        int warm = hour.dark() ? Colour.mix(key, 0xffc482, 0.82) : Colour.mix(key, 0xffe2b8, 0.4);
        int dusk = Colour.mix(haze, look.family().shadow(), hour.dark() ? 0.55 : 0.3);
        return new Tone(look, hour, skyTop, skyMiddle, skyLow, dusk, warm, fill, lamp, ink, 0, grade);
    }
}
