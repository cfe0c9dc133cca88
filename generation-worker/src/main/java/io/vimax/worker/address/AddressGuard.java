package io.vimax.worker.address;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says whether an address that a person wrote may be called. A name is looked up here and once more by the client right after;
 * between the two the JVM answers from its cache (30 s), so a name cannot lead elsewhere in between.
 */
@Component
public class AddressGuard {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int BYTE = 0xff;

    private final List<String> named;

    public AddressGuard(AddressProperties properties) {
        this.named = List.copyOf(properties.privateHosts());
    }

    /** Why it may not be called, or empty if it may. */
    public Optional<AddressObjection> objectionTo(URI address) {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        String host = address.getHost();
        if (host == null || !(tls || "http".equalsIgnoreCase(address.getScheme()))) {
            return Optional.of(AddressObjection.NOT_OF_THE_WEB);
        }
        int port = address.getPort() >= 0 ? address.getPort() : tls ? HTTPS : HTTP;
        if (named.contains(host.toLowerCase(Locale.ROOT) + ":" + port)) {
            return Optional.empty();
        }
        if (!tls) {
            return Optional.of(AddressObjection.NO_TLS);
        }
        try {
            for (InetAddress one : InetAddress.getAllByName(host)) {
                if (isOfThisNetwork(one)) {
                    return Optional.of(AddressObjection.OF_THIS_NETWORK);
                }
            }
        } catch (UnknownHostException e) {
            return Optional.of(AddressObjection.UNKNOWN_HOST);
        }
        return Optional.empty();
    }

    static boolean isOfThisNetwork(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            // 0/8, shared address space 100.64/10 (RFC 6598), 192.0.0/24, benchmarks 198.18/15, 240/4 and broadcast.
            case Inet4Address _ -> {
                int first = bytes[0] & BYTE;
                int second = bytes[1] & BYTE;
                yield first == 0
                        || (first == 100 && second >= 64 && second < 128)
                        || (first == 192 && second == 0 && bytes[2] == 0)
                        || (first == 198 && (second == 18 || second == 19))
                        || first >= 240;
            }
            // Unique local fc00::/7, and 64:ff9b::/96 and 2002::/16, which carry an IPv4 address that may be anything.
            case Inet6Address _ ->
                (bytes[0] & 0xfe) == 0xfc
                        || (bytes[0] == 0 && bytes[1] == 0x64)
                        || (bytes[0] == 0x20 && bytes[1] == 0x02);
            default -> true;
        };
    }
}
