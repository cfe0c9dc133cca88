package io.vimax.worker.provider.local.frame.paint;

import java.util.List;

/**
 * What moves by itself in a picture. Drawn after the sheets that lie as deep; positions are frame pixels, times are
 * seconds. At second 0 it is what the still frame shows.
 */
public sealed interface Living {

    double depth();

    void draw(Compositor to, Camera.View view, double seconds);

    record Dot(double x, double y, double size, double phase) {}

    enum Flicker {
        STEADY,
        FIRE,
        LAMP,
        PULSE;

        double at(double t, double phase) {
            return switch (this) {
                case STEADY -> 1;
                case FIRE ->
                    0.82
                            + 0.1 * Math.sin(t * 9.1 + phase)
                            + 0.06 * Math.sin(t * 17.3 + phase * 2)
                            + 0.05 * Math.sin(t * 4.7 + phase * 3);
                case LAMP -> 0.95 + 0.04 * Math.sin(t * 5.3 + phase) + 0.02 * Math.sin(t * 13.7 + phase);
                case PULSE -> 0.6 + 0.4 * Math.sin(t * 2.4 + phase);
            };
        }
    }

    record Stars(List<Dot> dots, int rgb, double depth) implements Living {
        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            for (Dot d : dots) {
                double twinkle = 0.62 + 0.38 * Math.sin(t * (1.1 + d.phase % 1.7) + d.phase * 5);
                to.dab(v.x(d.x), v.y(d.y), d.size, rgb, twinkle * 0.85);
            }
        }
    }

    record Glow(
            double x, double y, double radius, int rgb, double strength, Flicker flicker, double phase, double depth)
            implements Living {
        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            double f = flicker.at(t, phase);
            to.glow(v.x(x), v.y(y), radius * v.scale() * (0.94 + 0.06 * f), rgb, Math.min(1, strength * f));
        }
    }

    /** The turning light of a lighthouse, seen from the side. */
    record TurningBeam(double x, double y, double length, int rgb, double period, double phase, double depth)
            implements Living {
        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            double turn = t * 2 * Math.PI / period + phase;
            for (int side = 0; side < 2; side++) {
                double a = turn + side * Math.PI;
                double dx = Math.cos(a);
                double dy = Math.sin(a) * 0.12;
                double reach = Math.hypot(dx, dy);
                double towards = Math.max(0, Math.sin(a));
                to.beam(
                        v.x(x),
                        v.y(y),
                        Math.atan2(dy, dx),
                        0.055 + 0.05 * (1 - Math.abs(dx)),
                        length * Math.max(0.12, reach),
                        rgb,
                        0.34 + 0.3 * (1 - Math.abs(dx)));
                if (towards > 0.86) {
                    to.glow(v.x(x), v.y(y), length * 0.22, rgb, (towards - 0.86) * 4.5);
                }
            }
        }
    }

    /** Light that falls through a window or from a stage lamp. */
    record Shaft(double x, double y, double angle, double spread, double length, int rgb, double strength, double depth)
            implements Living {
        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            double breath = 1 + 0.08 * Math.sin(t * 0.9 + x);
            to.beam(v.x(x), v.y(y), angle, spread, length * v.scale(), rgb, strength * breath);
        }
    }

    /** Short flat reflections on water that come and go. */
    record Glints(List<Dot> dots, int rgb, double depth) implements Living {
        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            for (Dot d : dots) {
                double a = Math.sin(t * (0.9 + d.phase % 0.8) + d.phase * 9);
                if (a > 0) {
                    double half = d.size * (0.5 + 0.5 * a) * v.scale();
                    double x = v.x(d.x) + 5 * Math.sin(t * 0.7 + d.phase);
                    to.streak(x - half, v.y(d.y), x + half, v.y(d.y), 1 + d.size * 0.05, rgb, a * 0.7);
                }
            }
        }
    }

    /** Rain in three distances; slant is sideways travel per fall. */
    record Rain(int count, double slant, double strength, int rgb, long seed, double unit, double depth)
            implements Living {
        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            int w = to.width();
            int h = to.height();
            for (int i = 0; i < count; i++) {
                double near = 0.45 + 0.55 * hash(seed, i * 3);
                double length = unit * (0.025 + 0.07 * near);
                double run = h + length * 2;
                double fall = run * (1.25 + 0.9 * near) * t + hash(seed, i * 3 + 1) * run;
                double y = fall % run - length;
                double round = Math.floor(fall / run);
                double x = hash(seed + (long) round, i * 3 + 2) * (w * 1.3) - w * 0.15 + (y / h) * slant * unit;
                to.streak(x, y, x + slant * length, y + length, 0.7 + near * unit / 800, rgb, strength * near * near);
            }
        }
    }

    record Snow(int count, double wind, int rgb, long seed, double unit, double depth) implements Living {
        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            int w = to.width();
            int h = to.height();
            for (int i = 0; i < count; i++) {
                double near = Math.pow(hash(seed, i * 4), 2.6);
                double radius = unit * (0.0014 + 0.0068 * near);
                double y = (hash(seed, i * 4 + 1) * h + t * unit * (0.06 + 0.22 * near)) % (h + 20) - 10;
                double sway = Math.sin(t * (0.7 + hash(seed, i * 4 + 2)) + i) * unit * 0.012;
                double x = (hash(seed, i * 4 + 3) * w + t * wind * unit * (0.3 + near) + sway) % (w + 20.0);
                to.dab(x < 0 ? x + w + 20 : x, y, radius, rgb, 0.8 - 0.42 * near);
            }
        }
    }

    /** Dust in light, fireflies, embers, petals: small things that float; rise is upward speed in units a second. */
    record Motes(
            double x,
            double y,
            double rx,
            double ry,
            int count,
            double size,
            double rise,
            double wind,
            int rgb,
            double strength,
            boolean shining,
            long seed,
            double depth)
            implements Living {
        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            for (int i = 0; i < count; i++) {
                double life = (hash(seed, i * 4) + t * (0.05 + 0.08 * hash(seed, i * 4 + 1))) % 1;
                double px = x
                        + (hash(seed, i * 4 + 2) * 2 - 1) * rx
                        + Math.sin(t * 0.8 + i * 2.3) * rx * 0.05
                        + wind * life;
                double py = y
                        + (hash(seed, i * 4 + 3) * 2 - 1) * ry
                        - rise * (life - 0.5)
                        + Math.cos(t * 0.6 + i) * ry * 0.05;
                double a = Math.sin(life * Math.PI) * strength;
                double r = size * (0.5 + hash(seed, i * 7));
                if (shining) {
                    to.glow(v.x(px), v.y(py), r * 4, rgb, a * 0.5);
                }
                to.dab(v.x(px), v.y(py), r, rgb, a);
            }
        }
    }

    /** Smoke from a chimney or a fire. */
    record Smoke(double x, double y, double height, double wind, int rgb, double strength, double depth)
            implements Living {
        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            for (int i = 0; i < 9; i++) {
                double life = (i / 9.0 + t * 0.11) % 1;
                double px = x + wind * life * life + Math.sin(life * 7 + t * 0.8) * height * 0.05;
                double py = y - height * life;
                to.dab(
                        v.x(px),
                        v.y(py),
                        height * (0.025 + 0.1 * life),
                        rgb,
                        strength * (1 - life) * Math.min(1, life * 6));
            }
        }
    }

    /** A loose flock; size is half a wing. */
    record Birds(double x, double y, int count, double size, double speed, int rgb, long seed, double depth)
            implements Living {
        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            for (int i = 0; i < count; i++) {
                double bx = x + (hash(seed, i * 3) - 0.5) * size * 26 + speed * t;
                double by = y + (hash(seed, i * 3 + 1) - 0.5) * size * 9 + Math.sin(t * 1.3 + i) * size * 0.4;
                double flap = Math.sin(t * (7 + 2 * hash(seed, i)) + i * 1.9) * 0.55 + 0.15;
                double s = size * (0.7 + 0.5 * hash(seed, i * 3 + 2)) * v.scale();
                double px = v.x(bx);
                double py = v.y(by);
                double breadth = Math.max(1.1, s * 0.22);
                to.streak(px, py, px - s, py - s * flap, breadth, rgb, 0.95);
                to.streak(px, py, px + s, py - s * flap, breadth, rgb, 0.95);
            }
        }
    }

    /** Lightning: every few seconds a bolt and two flashes. */
    record Lightning(double left, double right, double top, double foot, int rgb, long seed, double depth)
            implements Living {
        private static final double EVERY_SECONDS = 3.4;

        @Override
        public void draw(Compositor to, Camera.View v, double t) {
            long strike = (long) Math.floor(t / EVERY_SECONDS);
            double since = t - strike * EVERY_SECONDS - 0.7 - hash(seed, (int) strike) * 1.4;
            if (since < 0 || since > 0.55) {
                return;
            }
            double light = Math.exp(-since * 11) + (since > 0.16 ? 0.75 * Math.exp(-(since - 0.16) * 9) : 0);
            to.flash(rgb, Math.min(0.6, light * 0.42));
            if (since < 0.34) {
                bolt(to, v, strike, Math.min(1, light * 1.2));
            }
        }

        private void bolt(Compositor to, Camera.View v, long strike, double alpha) {
            double x = left + (right - left) * hash(seed + strike, 11);
            double y = top;
            int steps = 13;
            for (int i = 0; i < steps; i++) {
                double nx = x + (hash(seed + strike, i * 2 + 20) - 0.5) * (foot - top) * 0.16;
                double ny = y + (foot - top) / steps;
                to.streak(v.x(x), v.y(y), v.x(nx), v.y(ny), 2.6, 0xffffff, alpha);
                to.glow(v.x(nx), v.y(ny), (foot - top) * 0.08, rgb, alpha * 0.3);
                if (i == 5) {
                    to.streak(
                            v.x(nx),
                            v.y(ny),
                            v.x(nx + (foot - top) * 0.16),
                            v.y(ny + (foot - top) * 0.2),
                            1.3,
                            0xffffff,
                            alpha * 0.7);
                }
                x = nx;
                y = ny;
            }
        }
    }

    /** 0..1, the same for the same numbers. */
    static double hash(long seed, int i) {
        long z = seed + i * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
    }
}
