package app.parley.presence.node;

import app.parley.presence.device.Device;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which lease each device is routed to. */
public interface Routes {

    /** Routes a device to a lease, wherever it was before. */
    Mono<Connection> connect(Device device, LeaseId lease);

    /** The device has left this lease just now. False if it was not there (any more), which changes nothing. */
    Mono<Boolean> disconnect(Device device, LeaseId lease);

    /** The device was on this lease until it ran out. False if it was not there (any more), which changes nothing. */
    Mono<Boolean> strand(Device device, LeaseId lease, Instant ended);

    /** What became of a connection. */
    sealed interface Connection {

        /**
         * The device is routed here.
         *
         * @param before the lease that it was routed to before, or null
         */
        record Held(@Nullable LeaseId before) implements Connection {}

        /** The device has no session. */
        record Revoked() implements Connection {}
    }
}
