package app.parley.chat.routing;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A signal on its way to any number of devices, which all share its encoded form. */
public final class Parcel {

    private final Signal signal;
    private volatile byte @Nullable [] frame;

    public Parcel(Signal signal) {
        this.signal = signal;
    }

    public Signal signal() {
        return signal;
    }

    /** The signal as it goes over the wire. Two threads that ask at once may both encode it, to the same bytes. */
    public byte[] frame(Function<Signal, byte[]> encoder) {
        byte[] known = frame;
        if (known == null) {
            known = encoder.apply(signal);
            frame = known;
        }
        return known;
    }
}
