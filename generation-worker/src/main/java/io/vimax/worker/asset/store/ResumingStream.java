package io.vimax.worker.asset.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/** A part of an object that is read on, from where it broke off, when the connection is lost. For one thread. */
final class ResumingStream extends InputStream {

    /** In a row, without a byte between them. */
    private static final int MOST_FAILURES = 3;

    private final long last;
    private final Source source;
    private ResponseInputStream<?> in;
    private long at;
    private int failures;

    /** Opens the object again. */
    interface Source {
        ResponseInputStream<?> from(long at);
    }

    ResumingStream(ResponseInputStream<?> in, long first, long last, Source source) {
        this.in = in;
        this.at = first;
        this.last = last;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at <= last) {
            try {
                int read = in.read(into, offset, (int) Math.min(length, last + 1 - at));
                if (read < 0) {
                    throw new EOFException("the answer ended early");
                }
                at += read;
                failures = 0;
                return read;
            } catch (IOException | SdkException e) {
                goOnAfter(e);
            }
        }
        return -1;
    }

    private void goOnAfter(Exception failure) throws BrokenStream {
        failures++;
        if (failures >= MOST_FAILURES) {
            throw new BrokenStream(failure);
        }
        in.abort();
        try {
            in = source.from(at);
        } catch (StoreAway e) {
            throw new BrokenStream(e);
        }
    }

    /** The rest of a film is not read only to keep a connection. */
    @Override
    public void close() throws IOException {
        if (at <= last) {
            in.abort();
        } else {
            in.close();
        }
    }
}
