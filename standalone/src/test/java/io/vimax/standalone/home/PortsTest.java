package io.vimax.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static Ports taken(Integer... taken) {
        return new Ports(port -> !Set.of(taken).contains(port));
    }

    private static Map<String, Integer> wanted() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("gateway", 8080);
        wanted.put("model-config-service", 8081);
        return wanted;
    }

    @Test
    void takesTheNextFreePortWhenTheUsualOneIsTaken() {
        assertThat(taken(8080).choose(wanted(), Map.of()))
                .containsEntry("gateway", 8081)
                .containsEntry("model-config-service", 8082);
    }

    @Test
    void refusesAPortThatWasNamedAndIsTaken() {
        assertThatThrownBy(() -> taken(9000).choose(wanted(), Map.of("gateway", 9000)))
                .hasMessageContaining("Port 9000 for gateway is taken");
        assertThat(taken(8080).choose(wanted(), Map.of("gateway", 9000))).containsEntry("gateway", 9000);
    }

    @Test
    void seesAServerOnThisMachine() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.canListen(socket.getLocalPort())).isFalse();
        }
    }
}
