package io.vimax.simulator.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listening port. It can refuse connections for a while and listen again under the same number. Thread-safe. */
public final class HttpPort implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpPort.class);
    private static final int BACKLOG = 4096;
    private static final int BUFFER_BYTES = 4096;
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final InetSocketAddress address;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private @Nullable Handler handler;
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;

    private HttpPort(ServerSocket listener) {
        this.listener = listener;
        this.address = (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /**
     * Takes the port; connections wait until {@link #serve}.
     *
     * @param port 0 takes a free one
     */
    public static HttpPort take(InetAddress host, int port) {
        return new HttpPort(listen(new InetSocketAddress(host, port)));
    }

    public int number() {
        return address.getPort();
    }

    public synchronized void serve(Handler requests) {
        handler = requests;
        accept(Objects.requireNonNull(listener), requests);
    }

    /** Connections open now. */
    public int connections() {
        return connections.size();
    }

    /** From now on a connection is refused by the system, and the open ones are reset. Nothing if it is so already. */
    public synchronized void refuse() {
        if (listener != null) {
            close(listener);
            listener = null;
            awaitEnd(acceptor);
        }
        connections.forEach(HttpPort::abort);
    }

    /** Listens again after {@link #refuse}; nothing if it listens. */
    public synchronized void resume() {
        if (listener == null && handler != null) {
            listener = listen(address);
            accept(listener, handler);
        }
    }

    @Override
    public synchronized void close() {
        refuse();
        handler = null;
    }

    private static ServerSocket listen(InetSocketAddress address) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + address.getPort() + " is taken", e);
        }
    }

    private void accept(ServerSocket from, Handler requests) {
        acceptor = Thread.ofVirtual().name("simulator-accept").start(() -> {
            while (!from.isClosed()) {
                try {
                    Socket socket = from.accept();
                    connections.add(socket);
                    if (from.isClosed()) {
                        // Taken while the port was being closed: nobody else would end it.
                        abort(socket);
                    }
                    Thread.startVirtualThread(() -> converse(socket, requests));
                } catch (IOException e) {
                    if (!from.isClosed()) {
                        LOG.warn("A connection could not be accepted: {}", e.getMessage());
                    }
                }
            }
        });
    }

    private void converse(Socket socket, Handler requests) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) LONGEST_IDLE.toMillis());
            OutputStream out = socket.getOutputStream();
            var reader = new RequestReader(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES), out);
            var writer = new ReplyWriter(socket, out);
            try {
                boolean reusable = true;
                while (reusable) {
                    Optional<Request> request = reader.read();
                    if (request.isEmpty()) {
                        return;
                    }
                    reusable = answer(request.get(), writer, requests);
                }
            } catch (MalformedRequest e) {
                requests.malformed(e.getMessage() == null ? "" : e.getMessage());
                writer.write(
                        Reply.of(
                                e.status(),
                                "text/plain",
                                String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8)),
                        true);
            }
        } catch (SocketTimeoutException e) {
            LOG.debug("An idle connection was closed");
        } catch (IOException e) {
            // Peers leave in the middle of things; that is theirs to do.
            LOG.debug("A connection ended: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    private static boolean answer(Request request, ReplyWriter writer, Handler requests)
            throws IOException, InterruptedException {
        Reply reply = requests.answer(request);
        boolean bodyWanted = !request.method().equals("HEAD");
        return writer.write(reply, bodyWanted)
                && !"close".equalsIgnoreCase(request.header("connection").orElse(""));
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection was gone already: {}", e.getMessage());
        }
    }

    /** The system goes on taking connections until the thread that accepts has left the socket. */
    private static void awaitEnd(@Nullable Thread accepting) {
        try {
            if (accepting != null) {
                accepting.join(LONGEST_CLOSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
