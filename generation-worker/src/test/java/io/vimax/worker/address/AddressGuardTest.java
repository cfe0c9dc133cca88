package io.vimax.worker.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard =
            new AddressGuard(new AddressProperties(List.of("127.0.0.1:9090", "gateway.lan:80")));

    @ParameterizedTest
    @CsvSource({
        "ftp://1.1.1.1/x,NOT_OF_THE_WEB",
        "/only/a/path,NOT_OF_THE_WEB",
        "http://1.1.1.1/x,NO_TLS",
        "http://127.0.0.1:9091/x,NO_TLS",
        "http://localhost:9090/x,NO_TLS",
        "https://127.0.0.1/x,OF_THIS_NETWORK",
        "https://169.254.169.254/latest,OF_THIS_NETWORK",
        "https://[::1]/x,OF_THIS_NETWORK",
        "https://2130706433/x,OF_THIS_NETWORK",
        "https://nobody.invalid/x,UNKNOWN_HOST"
    })
    void objects(URI address, AddressObjection objection) {
        assertThat(guard.objectionTo(address)).contains(objection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://1.1.1.1/x", "http://127.0.0.1:9090/x", "http://GATEWAY.lan/x"})
    void letsThrough(URI address) {
        assertThat(guard.objectionTo(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                        "224.0.0.1",
                "255.255.255.255", "198.18.0.1", "::1", "fe80::1", "fd00::1", "64:ff9b::7f00:1", "2002:7f00:1::",
                        "::ffff:127.0.0.1"
            })
    void knowsAddressesOfThisNetwork(String address) throws IOException {
        assertThat(AddressGuard.isOfThisNetwork(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "100.63.255.255", "172.32.0.1", "2606:4700::1111"})
    void knowsAddressesOfTheWorld(String address) throws IOException {
        assertThat(AddressGuard.isOfThisNetwork(InetAddress.getByName(address))).isFalse();
    }
}
