package io.vimax.worker.provider.wire;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of a provider may lie: at its own address, or at a host that the configuration names.
 *
 * @param named hosts such as {@code filesystem.site}, all below one such as {@code *.volces.com}, or {@code *} for any
 * @param own host and port of the provider's own address
 * @param opener whose key opens results at its own address; null where they need none
 */
public record ResultHosts(
        List<String> named, String own, @Nullable Endpoint opener) {

    public ResultHosts {
        named = List.copyOf(named);
    }

    public static ResultHosts of(List<String> named, Endpoint endpoint) {
        return new ResultHosts(named, endpoint.authority(), null);
    }

    /** The same, with results at the provider's own address that only its key opens. */
    public ResultHosts openedBy(Endpoint endpoint) {
        return new ResultHosts(named, own, endpoint);
    }

    /** The endpoint whose key goes along to this link: none of another host ever gets to see one. */
    @Nullable
    Endpoint openerOf(URI link) {
        return Endpoint.authority(link.toString()).equals(own) ? opener : null;
    }

    /** Says nothing of where the host is: that is for the guard. */
    boolean allow(URI link) {
        String host = link.getHost() == null ? "" : link.getHost().toLowerCase(Locale.ROOT);
        return !host.isEmpty()
                && (Endpoint.authority(link.toString()).equals(own)
                        || named.stream().anyMatch(pattern -> matches(pattern.toLowerCase(Locale.ROOT), host)));
    }

    private static boolean matches(String pattern, String host) {
        return pattern.equals("*")
                || (pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
    }
}
