package app.parley.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What of a client's address it cannot change at will: an IPv6 client has the lower 64 bits to itself. */
final class ClientKey {

    private static final int NETWORK_BYTES = 8;

    private ClientKey() {}

    static String of(ServerHttpRequest request) {
        InetSocketAddress client = request.getRemoteAddress();
        InetAddress address = client == null ? null : client.getAddress();
        return switch (address) {
            case null -> "unknown";
            case Inet6Address v6 -> HexFormat.of().formatHex(v6.getAddress(), 0, NETWORK_BYTES);
            default -> address.getHostAddress();
        };
    }
}
