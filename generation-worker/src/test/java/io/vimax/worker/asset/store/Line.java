package io.vimax.worker.asset.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The way to a server on this machine, which can be made bad; what is made bad is so at once, but a bad request only with the next connection. */
public final class Line implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final int serverPort;
    private volatile Trouble trouble = new Trouble.None();

    /** What is wrong with it. */
    public sealed interface Trouble {
        record None() implements Trouble {}

        /** Answers come in pieces of 8 KB with a rest before each. */
        record Slow(long restNanos) implements Trouble {}

        /** Nothing is answered. */
        record Silent() implements Trouble {}

        /** The first connections end after so many bytes of the answer. */
        record CutAnswers(int afterBytes, AtomicInteger howMany) implements Trouble {}

        /** After so many more bytes of answers, no more comes on any connection. */
        record Exhausted(AtomicInteger leftBytes) implements Trouble {}

        /** The connection ends after so many bytes of the request. */
        record CutRequests(int afterBytes) implements Trouble {}

        /** One byte of the request arrives as another. */
        record Spoilt(int atByte) implements Trouble {}
    }

    public Line(int serverPort) throws IOException {
        this.serverPort = serverPort;
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    public void suffer(Trouble now) {
        trouble = now;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                connections.incrementAndGet();
                Trouble its = trouble;
                Socket server = reach(client);
                Thread.ofVirtual().start(() -> carry(client, server, () -> request(client, server, its)));
                Thread.ofVirtual().start(() -> carry(client, server, () -> answer(server, client)));
            } catch (IOException e) {
                // The door was closed, or nobody is behind it: the next one may have more luck.
            }
        }
    }

    private Socket reach(Socket client) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), serverPort);
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private interface Way {
        void go() throws IOException;
    }

    private static void carry(Socket one, Socket other, Way way) {
        try (one;
                other) {
            way.go();
        } catch (IOException e) {
            // One end went away, so both do.
        }
    }

    private static void request(Socket from, Socket to, Trouble trouble) throws IOException {
        byte[] block = new byte[8192];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        int at = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            if (trouble instanceof Trouble.Spoilt(int atByte) && atByte >= at && atByte < at + read) {
                block[atByte - at] ^= 1;
            }
            if (trouble instanceof Trouble.CutRequests(int after) && at + read > after) {
                return;
            }
            out.write(block, 0, read);
            at += read;
        }
    }

    private void answer(Socket from, Socket to) throws IOException {
        byte[] block = new byte[8192];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        int at = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            switch (trouble) {
                case Trouble.Slow(long rest) -> LockSupport.parkNanos(rest);
                case Trouble.Silent _ -> {
                    continue;
                }
                case Trouble.CutAnswers(int after, var howMany) -> {
                    if (at + read > after && howMany.getAndDecrement() > 0) {
                        return;
                    }
                }
                case Trouble.Exhausted(var left) -> {
                    if (left.addAndGet(-read) < 0) {
                        return;
                    }
                }
                case Trouble.None _, Trouble.CutRequests _, Trouble.Spoilt _ -> {}
            }
            out.write(block, 0, read);
            out.flush();
            at += read;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
