package app.parley.gateway.upstream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are.
 *
 * @param profile profile-service
 * @param presence presence-service
 * @param chat chat-service
 * @param offlineStore offline-store-service, which has no public endpoint: only its health is asked
 */
@ConfigurationProperties("parley.gateway.services")
@Validated
public record UpstreamSettings(
        @Valid @NotNull Upstream profile,
        @Valid @NotNull Upstream presence,
        @Valid @NotNull Upstream chat,
        @Valid @NotNull Upstream offlineStore) {

    /**
     * One service: an address, or one for each instance where no balancer stands before them.
     *
     * @param url its public port, such as {@code http://profile-service:8081}; requests are routed here
     * @param internalUrl its internal port, which nothing is routed to; health is asked here
     */
    public record Upstream(
            @DefaultValue List<URI> url, @NotEmpty List<URI> internalUrl) {

        /** The public port of a service that has one, of its first instance. */
        public URI publicUrl() {
            if (url.isEmpty()) {
                throw new IllegalStateException("parley.gateway.services: url is missing beside " + internalUrl);
            }
            return url.getFirst();
        }
    }
}
