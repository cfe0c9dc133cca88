package io.vimax.worker.provider.local.music;

import java.util.Locale;
import java.util.Random;

/** The air around the music: wind that comes and goes, rain with single drops, the sea's swell, thunder far away. */
final class Weather implements Instrument {
    private final Random random;
    private final double rate;
    private final Side left;
    private final Side right;
    private final float wind;
    private final float rain;
    private final float sea;
    private final boolean thunder;
    private final double gustPhase;
    private final double swellSeconds;
    private double nextThunder;
    private double rumble;

    Weather(String palette, int sampleRate, long seed) {
        var words = palette.toLowerCase(Locale.ROOT);
        random = new Random(seed ^ 0x77656174L);
        rate = sampleRate;
        left = new Side(random.nextLong() | 1);
        right = new Side(random.nextLong() | 1);
        thunder = words.matches(".*(storm|thunder|暴|雷).*");
        rain = thunder ? 0.020f : words.matches(".*(rain|drizzle|雨).*") ? 0.026f : 0f;
        sea = words.matches(".*(sea|ocean|lighthouse|coast|beach|harbou?r|wave|ship|island|海|港|岛|船).*") ? 0.05f : 0f;
        wind = thunder
                ? 0.075f
                : words.matches(".*(wind|snow|desert|mountain|风|雪|山).*")
                        ? 0.05f
                        : words.matches(".*(fog|cloud|雾|云).*") ? 0.028f : 0.014f;
        gustPhase = random.nextDouble() * 100;
        swellSeconds = 7.5 + random.nextDouble() * 2.5;
        nextThunder = 4 + random.nextDouble() * 6;
    }

    @Override
    public void play(float[] toLeft, float[] toRight, long firstFrame, int frames) {
        for (var i = 0; i < frames; i++) {
            if (i % 64 == 0) {
                move((firstFrame + i) / rate);
            }
            toLeft[i] += left.next();
            toRight[i] += right.next();
        }
    }

    private void move(double seconds) {
        rumble *= Math.exp(-64 / rate / 1.6);
        if (thunder && seconds > nextThunder) {
            rumble = 0.5 + random.nextDouble() * 0.5;
            nextThunder = seconds + 9 + random.nextDouble() * 12;
        }
        left.move(seconds, 0);
        right.move(seconds, 1.7);
    }

    /** Smooth wandering between 0 and 1 made of slow waves that never line up. */
    private static double wander(double seconds) {
        var sum = Math.sin(seconds * 0.21) + 0.6 * Math.sin(seconds * 0.53 + 1) + 0.4 * Math.sin(seconds * 1.07 + 2);
        return 0.5 + sum / 4;
    }

    /** One ear's noise; the two ears share the movement, not the noise. */
    private final class Side {
        private long state;
        private final LowPass windLow = new LowPass();
        private final LowPass seaLow = new LowPass();
        private final LowPass rainLow = new LowPass();
        private final LowPass thunderLow = new LowPass();
        private float windGain;
        private float seaGain;
        private float rainHigh;
        private float drop;
        private float thunderGain;
        private float windBelow;

        Side(long seed) {
            state = seed;
            rainLow.tune(7500, rate);
            thunderLow.tune(95, rate);
        }

        void move(double seconds, double offset) {
            var gust = wander(seconds + gustPhase + offset);
            windLow.tune(180 + 560 * gust, rate);
            windGain = (float) (wind * (0.35 + 1.3 * gust * gust));
            var swell = 0.5 - 0.5 * Math.cos(2 * Math.PI * (seconds + offset * 0.35) / swellSeconds);
            var wave = Math.pow(swell, 2.2);
            seaLow.tune(300 + 1900 * wave, rate);
            seaGain = (float) (sea * (0.18 + wave));
            thunderGain += (float) (rumble - thunderGain) * 0.02f;
        }

        float next() {
            var noise = noise();
            var windy = windLow.next(noise);
            windBelow += 0.012f * (windy - windBelow);
            var sum = 3.2f * windGain * (windy - windBelow);
            if (seaGain > 0) {
                sum += 1.6f * seaGain * seaLow.next(noise);
            }
            if (rain > 0) {
                rainHigh += 0.16f * (noise - rainHigh);
                if (noise() > 0.99955f) {
                    drop = 5f + 4f * noise();
                }
                drop *= 0.9925f;
                sum += rain * 0.55f * rainLow.next((noise - rainHigh) * (0.6f + drop * 0.35f));
            }
            if (thunder) {
                sum += 3.4f * thunderGain * thunderLow.next(noise);
            }
            return sum;
        }

        /** Xorshift: white noise in -1..1. */
        private float noise() {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            return (int) (state >> 32) / 2147483648f;
        }
    }
}
