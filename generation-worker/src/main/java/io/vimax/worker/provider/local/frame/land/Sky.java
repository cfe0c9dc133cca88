package io.vimax.worker.provider.local.frame.land;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Living;
import io.vimax.worker.provider.local.frame.paint.Look;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import io.vimax.worker.provider.local.frame.paint.Sheet;
import io.vimax.worker.provider.local.frame.paint.Stage;
import io.vimax.worker.provider.local.frame.paint.Tone;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.Area;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The sky of an hour and a weather, with sun or moon, stars and clouds. */
public final class Sky {
    private final Stage s;
    private final Tone tone;
    private final String weather;
    private final double u;

    private Sky(Stage s, String weather) {
        this.s = s;
        this.tone = s.tone();
        this.weather = weather;
        this.u = s.unit();
    }

    public static void paint(Stage s, String weather) {
        new Sky(s, weather).paint();
    }

    public static double sunX(Stage s) {
        return s.width() * (s.setLight() > 0 ? 0.73 : 0.25);
    }

    public static double sunY(Stage s) {
        double rise = switch (s.tone().hour()) {
            case DAWN -> 0.045;
            case DUSK -> 0.075;
            case MORNING -> 0.26;
            case DAY -> 0.44;
            case NIGHT -> 0.38;
        };
        return s.horizon() - rise * s.unit() * (s.height() > s.width() ? 1.35 : 1);
    }

    private void paint() {
        Brush b = s.layer(0.02);
        backdrop(b);
        boolean veiled = weather.equals("storm") || weather.equals("rain") || weather.equals("snow");
        if (!veiled) {
            sun(b);
        }
        if (tone.hour() == Tone.Hour.NIGHT && !veiled && !weather.equals("fog")) {
            stars();
        }
        if (!weather.equals("fog")) {
            clouds();
        }
    }

    private void backdrop(Brush b) {
        double top = Math.min(s.top(), s.horizon() - 0.62 * u);
        double low = s.horizon();
        int skyTop = Colour.mix(tone.skyTop(), tone.haze(), tone.murk() * 0.7);
        int skyMiddle = Colour.mix(tone.skyMiddle(), tone.haze(), tone.murk());
        b.g().setPaint(new LinearGradientPaint(
                new Point2D.Double(0, top), new Point2D.Double(0, low), new float[] {0, 0.58f, 1}, new Color[] {
                    Colour.of(skyTop, 1), Colour.of(skyMiddle, 1), Colour.of(tone.skyLow(), 1)
                }));
        b.g().fill(Shapes.box(s.left(), s.top(), s.right() - s.left(), s.foot() - s.top()));
        if (tone.look().treatment() == Look.Treatment.PRINT && tone.murk() < 0.3) {
            for (int i = 6; i >= 1; i--) {
                double r = u * (0.13 + i * i * 0.028);
                b.raw(Shapes.oval(sunX(s), sunY(s), r * 1.15, r), Colour.mix(tone.skyLow(), tone.key(), 0.4), 0.085);
            }
        }
        if (tone.look().treatment() == Look.Treatment.GOUACHE) {
            Random r = s.set();
            for (int i = 0; i < 26; i++) {
                double y = s.top() + (low - s.top()) * r.nextDouble();
                double x = s.left() + (s.right() - s.left()) * r.nextDouble();
                double w = u * (0.25 + 0.5 * r.nextDouble());
                int c = Colour.mix(skyMiddle, r.nextBoolean() ? tone.skyLow() : tone.skyTop(), 0.5);
                b.raw(Shapes.blob(x - w, y, x, y - u * 0.014, x + w, y, x, y + u * 0.01), c, 0.12);
            }
        }
    }

    private void sun(Brush b) {
        double x = sunX(s);
        double y = sunY(s);
        boolean night = tone.hour() == Tone.Hour.NIGHT;
        double r = u * (tone.hour() == Tone.Hour.DAY ? 0.035 : night ? 0.042 : 0.06);
        double clear = weather.equals("cloudy") ? 0.5 : weather.equals("fog") ? 0.35 : 1;
        int light = night ? Colour.mix(0xf6f0da, tone.key(), 0.3) : Colour.mix(tone.key(), 0xfffbe8, 0.55);
        b.glow(x, y, u * (night ? 0.34 : 0.62), Colour.mix(tone.key(), tone.skyLow(), 0.3), 0.5 * clear);
        b.glow(x, y, r * 3.2, light, 0.45 * clear);
        if (night && s.set().nextBoolean()) {
            b.raw(
                    Shapes.without(Shapes.oval(x, y, r, r), Shapes.oval(x - r * 0.45, y - r * 0.2, r * 0.9, r * 0.9)),
                    light,
                    clear);
        } else {
            b.raw(Shapes.oval(x, y, r, r), light, Math.max(0.6, clear));
        }
    }

    private void stars() {
        List<Living.Dot> dots = new ArrayList<>();
        Random r = s.set();
        for (int i = 0; i < 150; i++) {
            double x = s.left() + (s.right() - s.left()) * r.nextDouble();
            double y = s.top() + (s.horizon() - s.top()) * Math.pow(r.nextDouble(), 1.3) * 0.95;
            double size = u * (0.0007 + 0.0016 * Math.pow(r.nextDouble(), 4));
            dots.add(new Living.Dot(s.frameX(x, y), s.frameY(y), size, r.nextDouble() * 6));
        }
        s.add(new Living.Stars(dots, 0xf4f2e6, 0.04));
    }

    private void clouds() {
        int count = switch (weather) {
            case "storm", "rain" -> 13;
            case "cloudy", "snow" -> 9;
            case "wind" -> 6;
            default -> 4;
        };
        double speed = u * (weather.equals("wind") || weather.equals("storm") ? 0.022 : 0.007) * s.setLight();
        Random r = s.set();
        Brush b = s.layer(0.06, new Sheet.Motion.Slide(speed));
        boolean heavy = weather.equals("storm") || weather.equals("rain");
        for (int i = 0; i < count; i++) {
            double high = r.nextDouble();
            double y = s.horizon()
                    - u * (heavy ? 0.3 + 0.45 * high : 0.12 + 0.42 * high) * (s.height() > s.width() ? 1.4 : 1);
            double x = s.left() + (s.right() - s.left()) * (i + r.nextDouble()) / count;
            double w = u * (0.16 + 0.3 * high) * (heavy ? 1.7 : 1);
            cloud(b, x, y, w, heavy, r);
        }
    }

    private void cloud(Brush b, double x, double y, double w, boolean heavy, Random r) {
        Area form = new Area();
        boolean flat = tone.look().treatment() == Look.Treatment.WASH
                || tone.hour() == Tone.Hour.DUSK
                || tone.hour() == Tone.Hour.DAWN;
        if (flat && !heavy) {
            for (int i = 0; i < 3; i++) {
                double dx = (r.nextDouble() - 0.5) * w * 0.8;
                double dy = (r.nextDouble() - 0.5) * w * 0.12;
                double half = w * (0.5 + 0.4 * r.nextDouble());
                double t = w * (0.03 + 0.03 * r.nextDouble());
                form.add(new Area(Shapes.blob(
                        x + dx - half,
                        y + dy,
                        x + dx - half * 0.2,
                        y + dy - t * 1.4,
                        x + dx + half,
                        y + dy,
                        x + dx + half * 0.3,
                        y + dy + t)));
            }
        } else {
            for (int i = 0; i < 7; i++) {
                double k = (i - 3) / 3.0;
                double lump = w * (0.12 + 0.14 * (1 - k * k)) * (0.75 + 0.5 * r.nextDouble());
                form.add(new Area(Shapes.oval(x + k * w * 0.62, y - lump * 0.55, lump * 1.35, lump)));
            }
            form.subtract(new Area(Shapes.box(x - w * 2, y + w * 0.02, w * 4, w)));
        }
        int lit = Colour.mix(tone.skyLow(), tone.key(), tone.hour() == Tone.Hour.NIGHT ? 0.06 : 0.45);
        int under = Colour.mix(tone.skyMiddle(), heavy ? tone.ink() : tone.skyTop(), heavy ? 0.42 : 0.35);
        if (tone.hour() == Tone.Hour.NIGHT) {
            lit = Colour.mix(tone.skyMiddle(), tone.key(), 0.16);
        }
        if (heavy) {
            lit = Colour.mix(under, tone.skyLow(), 0.3);
        }
        double top = form.getBounds2D().getMinY();
        b.g().setPaint(new LinearGradientPaint(
                new Point2D.Double(0, top),
                new Point2D.Double(0, Math.max(top + 1, y + w * 0.03)),
                new float[] {0, 1},
                new Color[] {Colour.of(lit, 0.86), Colour.of(under, heavy ? 0.92 : 0.55)}));
        b.g().fill(form);
    }
}
