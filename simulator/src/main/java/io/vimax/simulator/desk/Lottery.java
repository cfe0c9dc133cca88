package io.vimax.simulator.desk;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;

/**
 * Chance that can be repeated. What a request draws depends on the seed, on what it says and on how often it was said before,
 * not on which of a thousand threads comes first.
 */
final class Lottery {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int TOKEN_LENGTH = 20;

    private final long seed;
    private final Map<Long, AtomicInteger> said = new ConcurrentHashMap<>();

    Lottery(long seed) {
        this.seed = seed;
    }

    SplittableRandom draw(byte[] request) {
        var check = new CRC32C();
        check.update(request);
        long content = check.getValue() << 32 ^ Arrays.hashCode(request);
        int before = said.computeIfAbsent(content, _ -> new AtomicInteger()).getAndIncrement();
        return new SplittableRandom(mix(seed ^ mix(content + before * 0x9E3779B97F4A7C15L)));
    }

    void reset() {
        said.clear();
    }

    static String token(SplittableRandom random) {
        var token = new StringBuilder(TOKEN_LENGTH);
        for (int i = 0; i < TOKEN_LENGTH; i++) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return token.toString();
    }

    /** The finisher of MurmurHash3: near seeds give far ones. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
