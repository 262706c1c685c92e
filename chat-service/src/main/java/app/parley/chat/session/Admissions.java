package app.parley.chat.session;

import app.parley.chat.routing.Device;
import reactor.core.publisher.Mono;

/** Which devices may be here, and word of it to whoever routes to them. */
public interface Admissions {

    /** Says that a device is at this node, in its turn. Who no longer waits for the answer is not here. */
    Mono<Admission> admit(Device device);

    /** Says that a device has gone. */
    void gone(Device device);

    /** Says that this node holds no device any more, and will not again. */
    Mono<Void> leave();
}
