package io.vimax.worker.provider.local.frame.people;

import static io.vimax.worker.provider.local.frame.paint.Shapes.blob;
import static io.vimax.worker.provider.local.frame.paint.Shapes.box;
import static io.vimax.worker.provider.local.frame.paint.Shapes.line;
import static io.vimax.worker.provider.local.frame.paint.Shapes.oval;
import static io.vimax.worker.provider.local.frame.paint.Shapes.poly;
import static io.vimax.worker.provider.local.frame.paint.Shapes.stroke;
import static io.vimax.worker.provider.local.frame.paint.Shapes.taper;
import static io.vimax.worker.provider.local.frame.paint.Shapes.union;
import static io.vimax.worker.provider.local.frame.paint.Shapes.without;

import io.vimax.worker.provider.local.frame.paint.Brush;
import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Shapes;
import java.awt.Shape;

/** The things themselves: height or length 1, centred on 0,0 when held, standing on y = 0.5 when on the ground. */
final class Things {
    private static final int BRASS = 0xc89a4a;
    private static final int IRON = 0x4d545c;
    private static final int PAPER = 0xf3ead6;
    private static final int WOOD = 0x8a5f3d;

    private Things() {}

    static int warm(Brush b) {
        return Colour.mix(b.tone().lamp(), 0xfff3cc, 0.5);
    }

    static void lantern(Brush b) {
        b.raw(stroke(line(-0.16, -0.26, -0.12, -0.46, 0.12, -0.46, 0.16, -0.26), 0.03), b.colour(IRON, 0.4), 1);
        b.body(poly(-0.2, -0.22, 0, -0.36, 0.2, -0.22), IRON, 0.06);
        b.glow(0, 0.06, 0.75, b.tone().lamp(), 0.5);
        b.raw(
                blob(-0.19, -0.2, 0.19, -0.2, 0.22, 0.1, 0.17, 0.34, -0.17, 0.34, -0.22, 0.1),
                Colour.mix(warm(b), b.tone().lamp(), 0.5),
                0.8);
        b.raw(blob(0, -0.14, 0.08, 0.12, 0, 0.25, -0.08, 0.12), 0xfffbe6, 1);
        for (int i = -1; i <= 1; i++) {
            b.raw(taper(i * 0.18, -0.22, 0.013, i * 0.18, 0.36, 0.013), b.colour(IRON, 0.25), 0.95);
        }
        b.body(blob(-0.22, 0.33, 0.22, 0.33, 0.25, 0.48, -0.25, 0.48), IRON, 0.06);
    }

    static void candle(Brush b) {
        b.glow(0, -0.35, 0.8, b.tone().lamp(), 0.55);
        b.body(box(-0.08, -0.2, 0.16, 0.62), PAPER, 0.06);
        b.raw(
                blob(0, -0.52, 0.075, -0.3, 0, -0.22, -0.075, -0.3),
                Colour.mix(b.tone().lamp(), 0xffd24a, 0.4),
                1);
        b.raw(blob(0, -0.42, 0.035, -0.3, 0, -0.24, -0.035, -0.3), 0xfffbe8, 1);
        b.body(blob(-0.24, 0.38, 0.24, 0.38, 0.18, 0.5, -0.18, 0.5), BRASS, 0.08);
    }

    static void letter(Brush b) {
        b.turned(0, 0, -0.12, k -> {
            k.raw(box(-0.46, -0.26, 0.94, 0.62), k.tone().ink(), 0.25);
            k.form(box(-0.48, -0.3, 0.96, 0.62), PAPER, 0.95, 0.75);
            k.raw(poly(-0.48, -0.3, 0.48, -0.3, 0, 0.08), k.colour(PAPER, 0.55), 1);
            k.raw(stroke(line(-0.48, -0.3, 0, 0.08, 0.48, -0.3), 0.012), k.colour(WOOD, 0.2), 0.6);
            k.body(oval(0, 0.06, 0.09, 0.085), Colour.mix(0xa8322b, k.tone().accent(), 0.3), 0.05);
        });
    }

    static void book(Brush b) {
        int cover = Colour.mix(0x7e3b36, b.tone().look().family().second(), 0.3);
        b.form(poly(-0.5, -0.18, 0, -0.08, 0.5, -0.18, 0.5, 0.3, 0, 0.4, -0.5, 0.3), cover, 0.6, 0.3);
        b.form(blob(-0.46, -0.24, -0.2, -0.26, 0, -0.13, 0, 0.32, -0.2, 0.2, -0.46, 0.22), PAPER, 0.95, 0.7);
        b.form(blob(0.46, -0.24, 0.2, -0.26, 0, -0.13, 0, 0.32, 0.2, 0.2, 0.46, 0.22), PAPER, 0.75, 0.5);
        for (int i = 0; i < 5; i++) {
            double y = -0.14 + i * 0.07;
            b.raw(stroke(line(-0.4, y, -0.2, y - 0.02, -0.06, y + 0.06), 0.01), b.colour(WOOD, 0.1), 0.45);
            b.raw(stroke(line(0.4, y, 0.2, y - 0.02, 0.06, y + 0.06), 0.01), b.colour(WOOD, 0.1), 0.45);
        }
    }

    static void map(Brush b) {
        b.form(
                poly(
                        -0.5, -0.28, -0.17, -0.36, 0.17, -0.28, 0.5, -0.36, 0.5, 0.28, 0.17, 0.36, -0.17, 0.28, -0.5,
                        0.36),
                0xe6d1a0,
                0.9,
                0.65);
        b.raw(poly(-0.17, -0.36, 0.17, -0.28, 0.17, 0.36, -0.17, 0.28), b.colour(0xe6d1a0, 0.3), 0.4);
        b.raw(
                blob(-0.4, -0.1, -0.2, -0.2, 0.05, -0.12, 0.3, -0.2, 0.38, 0.05, 0.1, 0.2, -0.2, 0.1),
                b.colour(0x8fae8a, 0.6),
                0.55);
        b.raw(stroke(line(-0.36, 0.2, -0.15, 0.05, 0.08, 0.1, 0.3, -0.1), 0.018), b.colour(0xa8322b, 0.6), 0.9);
        b.raw(
                Shapes.union(
                        taper(0.25, -0.15, 0.014, 0.35, -0.05, 0.014), taper(0.35, -0.15, 0.014, 0.25, -0.05, 0.014)),
                b.colour(0xa8322b, 0.6),
                1);
    }

    static void key(Brush b) {
        Shape bow = without(oval(-0.3, 0, 0.2, 0.19), oval(-0.3, 0, 0.11, 0.1));
        b.body(
                union(bow, box(-0.12, -0.04, 0.6, 0.08), box(0.3, 0.02, 0.06, 0.16), box(0.41, 0.02, 0.06, 0.2)),
                BRASS,
                0.035);
    }

    static void umbrella(Brush b) {
        b.raw(taper(0, -0.4, 0.012, 0, 0.5, 0.012), b.colour(WOOD, 0.4), 1);
        Shape top = blob(
                -0.56, -0.2, -0.45, -0.4, -0.2, -0.55, 0.0, -0.58, 0.2, -0.55, 0.45, -0.4, 0.56, -0.2, 0.37, -0.26,
                0.19, -0.2, 0, -0.26, -0.19, -0.2, -0.37, -0.26);
        b.body(top, b.tone().accent(), 0.14);
        b.raw(
                stroke(line(0, -0.58, -0.15, -0.42, -0.19, -0.2), 0.008),
                b.colour(b.tone().accent(), 0),
                0.6);
        b.raw(
                stroke(line(0, -0.58, 0.15, -0.42, 0.19, -0.2), 0.008),
                b.colour(b.tone().accent(), 0),
                0.6);
    }

    static void cup(Brush b) {
        b.body(without(oval(0.34, 0, 0.2, 0.2), oval(0.34, 0, 0.11, 0.12)), PAPER, 0.04);
        b.body(blob(-0.38, -0.32, 0.38, -0.32, 0.34, 0.2, 0.2, 0.42, -0.2, 0.42, -0.34, 0.2), PAPER, 0.16);
        b.raw(oval(0, -0.32, 0.37, 0.09), b.colour(PAPER, 0.95), 1);
        b.raw(oval(0, -0.31, 0.32, 0.065), b.colour(0x5a3a25, 0.4), 1);
        b.raw(stroke(line(-0.1, -0.42, -0.16, -0.58, -0.06, -0.7, -0.12, -0.85), 0.03), 0xffffff, 0.25);
        b.raw(stroke(line(0.1, -0.42, 0.04, -0.56, 0.14, -0.7, 0.08, -0.82), 0.025), 0xffffff, 0.2);
    }

    static void phone(Brush b) {
        b.turned(0, 0, 0.12, k -> {
            k.body(box(-0.25, -0.48, 0.5, 0.96), 0x2b2f36, 0.04);
            k.fall(
                    box(-0.215, -0.43, 0.43, 0.86),
                    0xe4f4ff,
                    Colour.mix(0x9fd0ea, k.tone().accent(), 0.3),
                    -0.4,
                    0.4);
            k.raw(
                    blob(-0.15, 0.25, 0, 0.05, 0.18, 0.2, 0.2, 0.42, -0.2, 0.42),
                    k.tone().look().family().middle(),
                    0.6);
            k.raw(oval(0.08, -0.15, 0.09, 0.09), 0xffffff, 0.8);
        });
    }

    static void watch(Brush b) {
        b.body(
                union(
                        oval(0, 0.06, 0.42, 0.42),
                        box(-0.05, -0.44, 0.1, 0.12),
                        without(oval(0, -0.44, 0.1, 0.08), oval(0, -0.44, 0.055, 0.04))),
                BRASS,
                0.1);
        b.form(oval(0, 0.06, 0.34, 0.34), PAPER, 0.95, 0.7);
        for (int i = 0; i < 12; i++) {
            double a = i * Math.PI / 6;
            b.raw(
                    taper(
                            Math.cos(a) * 0.27,
                            0.06 + Math.sin(a) * 0.27,
                            0.008,
                            Math.cos(a) * 0.31,
                            0.06 + Math.sin(a) * 0.31,
                            0.008),
                    b.tone().ink(),
                    0.8);
        }
        b.raw(taper(0, 0.06, 0.018, 0.1, -0.1, 0.006), b.tone().ink(), 1);
        b.raw(taper(0, 0.06, 0.014, -0.2, -0.05, 0.004), b.tone().ink(), 1);
        b.raw(oval(0, 0.06, 0.025, 0.025), b.tone().accent(), 1);
        b.raw(blob(-0.25, -0.1, -0.1, -0.22, 0.0, -0.22, -0.2, -0.02), 0xffffff, 0.3);
    }

    static void flower(Brush b) {
        b.raw(stroke(line(0, -0.2, 0.04, 0.1, -0.02, 0.5), 0.03), b.colour(0x4c7446, 0.6), 1);
        b.body(blob(0.02, 0.2, 0.18, 0.08, 0.26, 0.1, 0.16, 0.22), 0x4c7446, 0.04);
        for (int i = 0; i < 7; i++) {
            double a = i * Math.PI * 2 / 7;
            b.turned(
                    0,
                    -0.24,
                    a,
                    k -> k.form(
                            blob(0, 0, 0.08, -0.12, 0, -0.25, -0.08, -0.12),
                            k.tone().accent(),
                            0.95,
                            0.55));
        }
        b.raw(oval(0, -0.24, 0.075, 0.075), b.colour(0xe7b93f, 0.8), 1);
    }

    static void photo(Brush b) {
        b.turned(0, 0, 0.1, k -> {
            k.form(box(-0.4, -0.48, 0.8, 0.96), PAPER, 0.95, 0.8);
            k.fall(
                    box(-0.33, -0.41, 0.66, 0.66),
                    k.tone().look().family().light(),
                    k.tone().look().family().middle(),
                    -0.4,
                    0.25);
            k.raw(
                    union(oval(-0.1, -0.08, 0.07, 0.08), blob(-0.22, 0.25, -0.18, 0.02, -0.02, 0.02, 0.02, 0.25)),
                    k.tone().ink(),
                    0.75);
            k.raw(
                    union(oval(0.12, -0.02, 0.06, 0.07), blob(0.02, 0.25, 0.05, 0.07, 0.19, 0.07, 0.22, 0.25)),
                    k.tone().ink(),
                    0.6);
        });
    }

    static void telescope(Brush b) {
        b.turned(0, 0, -0.3, k -> {
            k.body(poly(-0.5, -0.06, -0.1, -0.075, -0.1, 0.075, -0.5, 0.06), BRASS, 0.05);
            k.body(poly(-0.12, -0.095, 0.2, -0.105, 0.2, 0.105, -0.12, 0.095), 0x5a3a2c, 0.06);
            k.body(poly(0.18, -0.125, 0.5, -0.14, 0.5, 0.14, 0.18, 0.125), BRASS, 0.07);
        });
    }

    static void bottle(Brush b) {
        Shape glass = blob(
                -0.07, -0.48, 0.07, -0.48, 0.08, -0.22, 0.22, -0.02, 0.22, 0.42, 0.14, 0.5, -0.14, 0.5, -0.22, 0.42,
                -0.22, -0.02, -0.08, -0.22);
        b.raw(glass, b.colour(0x6fa08c, 0.6), 0.75);
        b.raw(
                Shapes.within(glass, box(-0.3, 0.1, 0.6, 0.5)),
                Colour.mix(b.tone().accent(), b.colour(0x6fa08c, 0.4), 0.35),
                0.9);
        b.raw(box(-0.06, -0.56, 0.12, 0.12), b.colour(WOOD, 0.6), 1);
        b.raw(taper(0.12, -0.02, 0.02, 0.13, 0.36, 0.012), 0xffffff, 0.45);
        b.rim(glass, 0.02, 0.8);
    }

    static void chest(Brush b) {
        b.form(poly(-0.48, -0.1, 0.2, -0.1, 0.2, 0.42, -0.48, 0.42), WOOD, 0.7, 0.4);
        b.form(poly(0.2, -0.1, 0.48, -0.24, 0.48, 0.26, 0.2, 0.42), WOOD, 0.35, 0.15);
        b.form(poly(-0.5, -0.12, -0.2, -0.36, 0.5, -0.36, 0.2, -0.1), WOOD, 0.98, 0.8);
        b.raw(box(-0.2, -0.1, 0.11, 0.52), b.tone().accent(), 0.85);
        b.raw(box(-0.19, 0.06, 0.09, 0.12), b.colour(BRASS, 0.9), 1);
    }

    static void violin(Brush b) {
        b.turned(0, 0, 0.5, k -> {
            k.raw(taper(0, -0.5, 0.018, 0, 0.05, 0.022), k.colour(0x2d211d, 0.4), 1);
            k.body(
                    blob(
                            -0.12, 0.0, 0, -0.05, 0.12, 0.0, 0.085, 0.16, 0.16, 0.32, 0.1, 0.46, -0.1, 0.46, -0.16,
                            0.32, -0.085, 0.16),
                    0xa8642f,
                    0.06);
            k.raw(taper(0, -0.44, 0.006, 0, 0.4, 0.01), k.colour(0x2d211d, 0.2), 0.9);
        });
    }

    static void kite(Brush b) {
        b.body(poly(0, -0.5, 0.34, -0.12, 0, 0.36, -0.34, -0.12), b.tone().accent(), 0.16);
        b.raw(poly(0, -0.5, 0.34, -0.12, 0, -0.12), b.colour(PAPER, 0.8), 0.8);
        b.raw(
                stroke(line(0, 0.36, 0.06, 0.5, -0.06, 0.62, 0.05, 0.78), 0.018),
                b.tone().look().family().second(),
                1);
    }

    static void sword(Brush b) {
        b.turned(0, 0, 0.35, k -> {
            k.body(poly(-0.028, 0.2, 0, -0.5, 0.028, 0.2), 0xcfd6dc, 0.02);
            k.body(box(-0.14, 0.2, 0.28, 0.04), BRASS, 0.02);
            k.body(box(-0.025, 0.24, 0.05, 0.2), 0x5a3a2c, 0.02);
            k.raw(oval(0, 0.46, 0.04, 0.04), k.colour(BRASS, 0.8), 1);
        });
    }

    static void orb(Brush b) {
        b.glow(0, 0, 0.95, b.tone().look().family().second(), 0.6);
        b.raw(
                poly(-0.3, -0.06, -0.12, -0.4, 0.16, -0.4, 0.32, -0.04, 0, 0.44),
                Colour.mix(b.tone().look().family().second(), 0xffffff, 0.55),
                0.95);
        b.raw(
                poly(-0.3, -0.06, -0.04, -0.02, 0, 0.44),
                Colour.mix(b.tone().look().family().second(), 0xffffff, 0.2),
                0.9);
        b.raw(poly(-0.12, -0.4, -0.04, -0.02, 0.12, -0.04, 0.16, -0.4), 0xffffff, 0.7);
    }

    static void crown(Brush b) {
        b.body(
                poly(
                        -0.4, 0.3, -0.46, -0.22, -0.24, 0.02, -0.14, -0.34, 0, 0, 0.14, -0.34, 0.24, 0.02, 0.46, -0.22,
                        0.4, 0.3),
                0xe0b040,
                0.1);
        b.raw(oval(0, 0.2, 0.05, 0.05), b.tone().accent(), 1);
    }

    static void bell(Brush b) {
        b.raw(oval(0, 0.42, 0.08, 0.08), b.colour(IRON, 0.5), 1);
        b.body(
                blob(
                        -0.08, -0.42, 0.08, -0.42, 0.22, -0.2, 0.26, 0.16, 0.42, 0.36, -0.42, 0.36, -0.26, 0.16, -0.22,
                        -0.2),
                BRASS,
                0.14);
        b.raw(stroke(line(0, -0.42, 0, -0.5), 0.06), b.colour(BRASS, 0.4), 1);
    }
}
