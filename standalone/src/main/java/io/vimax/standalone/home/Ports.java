package io.vimax.standalone.home;

import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Which part listens where. A port that a person named is taken or refused; any other gives way to the next free one. */
public final class Ports {
    private final IntPredicate free;

    public Ports(IntPredicate free) {
        this.free = free;
    }

    public static Ports ofThisMachine() {
        return new Ports(Ports::canListen);
    }

    /**
     * Chooses a port for every part.
     *
     * @param wanted part to the port it would like, in order of importance
     * @param fixed parts whose port a person named
     */
    public Map<String, Integer> choose(Map<String, Integer> wanted, Map<String, Integer> fixed) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        fixed.forEach((part, port) -> {
            if (!free.test(port)) {
                throw Refusal.because("Port " + port + " for " + part
                        + " is taken by another program; stop that program, or name another port, or none at all.");
            }
            chosen.put(part, port);
        });
        wanted.forEach((part, port) -> {
            if (!chosen.containsKey(part)) {
                chosen.put(part, next(port, chosen));
            }
        });
        return chosen;
    }

    private int next(int from, Map<String, Integer> chosen) {
        for (int port = from; port < from + 500; port++) {
            if (!chosen.containsValue(port) && free.test(port)) {
                return port;
            }
        }
        throw Refusal.because("No free port was found from " + from + " to " + (from + 499) + "; stop some programs.");
    }

    static boolean canListen(int port) {
        if (port < 1 || port > 65_535) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
