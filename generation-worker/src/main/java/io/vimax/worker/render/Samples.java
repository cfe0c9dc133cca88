package io.vimax.worker.render;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sound as 32 bit floats in a mapped file: a long film does not fit into the heap of a worker. */
final class Samples implements AutoCloseable {

    static final int RATE = 48_000;

    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 1 << 20;

    private final Arena arena;
    private final MemorySegment values;
    private final long count;

    private Samples(Arena arena, MemorySegment values) {
        this.arena = arena;
        this.values = values;
        this.count = values.byteSize() / Float.BYTES;
    }

    /** Maps a new file of silence. It is written out first: a mapped page on a full disk kills the process. */
    static Samples silence(Path file, long count) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var zeros = ByteBuffer.allocate(BLOCK);
            for (var left = count * Float.BYTES; left > 0; ) {
                zeros.clear().limit((int) Math.min(BLOCK, left));
                left -= channel.write(zeros);
            }
        }
        return open(file);
    }

    static Samples open(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var arena = Arena.ofShared();
            try {
                return new Samples(arena, channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size(), arena));
            } catch (IOException e) {
                arena.close();
                throw e;
            }
        }
    }

    long count() {
        return count;
    }

    float get(long index) {
        return values.getAtIndex(FLOAT, index);
    }

    void set(long index, float value) {
        values.setAtIndex(FLOAT, index, value);
    }

    @Override
    public void close() {
        arena.close();
    }
}
