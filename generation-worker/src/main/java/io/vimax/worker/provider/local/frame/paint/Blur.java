package io.vimax.worker.provider.local.frame.paint;

/** Box blur of premultiplied pixels, in place. */
final class Blur {
    private Blur() {}

    static void box(int[] pixels, int width, int height, int radius) {
        if (radius < 1 || width < 2 || height < 2) {
            return;
        }
        int[] line = new int[Math.max(width, height)];
        for (int y = 0; y < height; y++) {
            pass(pixels, y * width, 1, width, radius, line);
        }
        for (int x = 0; x < width; x++) {
            pass(pixels, x, width, height, radius, line);
        }
    }

    private static void pass(int[] p, int from, int step, int n, int radius, int[] line) {
        int a = 0;
        int r = 0;
        int g = 0;
        int b = 0;
        int window = radius * 2 + 1;
        for (int i = 0; i < n; i++) {
            line[i] = p[from + i * step];
        }
        for (int i = -radius; i <= radius; i++) {
            int c = line[Math.clamp(i, 0, n - 1)];
            a += c >>> 24;
            r += c >> 16 & 255;
            g += c >> 8 & 255;
            b += c & 255;
        }
        for (int i = 0; i < n; i++) {
            p[from + i * step] = (a / window) << 24 | (r / window) << 16 | (g / window) << 8 | (b / window);
            int out = line[Math.max(0, i - radius)];
            int in = line[Math.min(n - 1, i + radius + 1)];
            a += (in >>> 24) - (out >>> 24);
            r += (in >> 16 & 255) - (out >> 16 & 255);
            g += (in >> 8 & 255) - (out >> 8 & 255);
            b += (in & 255) - (out & 255);
        }
    }
}
