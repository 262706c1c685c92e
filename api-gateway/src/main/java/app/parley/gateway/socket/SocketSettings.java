package app.parley.gateway.socket;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How WebSockets are proxied.
 *
 * @param max how many at most; each takes two file descriptors of this process. One more is refused with 503
 * @param connectTimeout how long connecting to chat-service may take
 * @param handshakeTimeout how long a node of chat-service may take to answer the upgrade
 * @param handshakes how many upgrades go to one node at once; the others wait for their turn
 * @param handshakeQueue how many upgrades may wait for one node, beside {@code max}; one more is refused with 503
 * @param handshakeWait how long one waits for its turn; then it is refused with 503
 * @param buffer how much may wait for a side that does not read before the other side is no longer read
 * @param linger how long a side may take to receive the rest after the other side has ended
 * @param drain over how long the sockets of a stopping gateway are ended
 * @param reconnectSpread the clients of a stopping gateway come back at a random time within this
 * @param reconnectsPerSecond how many clients should come back a second after a chat-service has died
 */
@ConfigurationProperties("parley.gateway.sockets")
@Validated
record SocketSettings(
        @DefaultValue("9500") @Min(1) int max,
        @NotNull @DefaultValue("1s") Duration connectTimeout,
        @NotNull @DefaultValue("5s") Duration handshakeTimeout,
        @DefaultValue("32") @Min(1) int handshakes,
        @DefaultValue("400") @Min(0) int handshakeQueue,
        @NotNull @DefaultValue("3s") Duration handshakeWait,
        @NotNull @DefaultValue("64KB") DataSize buffer,
        @NotNull @DefaultValue("10s") Duration linger,
        @NotNull @DefaultValue("5s") Duration drain,
        @NotNull @DefaultValue("10s") Duration reconnectSpread,
        @DefaultValue("1000") @Min(1) int reconnectsPerSecond) {}
