package app.parley.service;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What every service needs to know.
 *
 * @param internalPort the port of {@code /internal} and {@code /actuator}, which the gateway does not route; 0 takes a
 *     free one
 * @param internalAddress the address that the internal port is bound to; by default all of this host's
 * @param credential the secret that services show each other; at least 16 characters, the same everywhere, no default
 * @param instances for a called service that runs as several instances without a balancer before them: its name
 *     ({@code profile}, {@code presence}, {@code offline-store}, {@code chat}) and the internal base addresses of all of
 *     them. Where one address is enough, {@code spring.http.serviceclient.NAME.base-url} names it
 * @param openPaths what may be called without a token: a method, a space and a path pattern each
 */
@ConfigurationProperties("parley.service")
@Validated
public record ServiceSettings(
        @Min(0) @Max(65535) int internalPort,
        @Nullable InetAddress internalAddress,
        @Size(min = 16) String credential,
        @DefaultValue Map<String, List<URI>> instances,
        @DefaultValue List<String> openPaths) {

    /** Without the credential, so that no log can hold it. */
    @Override
    public String toString() {
        return "ServiceSettings[internalPort=" + internalPort + ", openPaths=" + openPaths + "]";
    }
}
