package app.parley.chat.session.presence;

import app.parley.chat.routing.Device;
import app.parley.chat.session.Admission;
import reactor.core.publisher.MonoSink;

/** A device that wants to be admitted. */
final class Arrival {

    private final Device device;
    private final MonoSink<Admission> answer;
    private volatile long number;
    private volatile boolean abandoned;

    Arrival(Device device, MonoSink<Admission> answer) {
        this.device = device;
        this.answer = answer;
    }

    Device device() {
        return device;
    }

    /** Takes its place in the line. */
    void stand(long place) {
        number = place;
    }

    long number() {
        return number;
    }

    /** Nobody waits for the answer any more. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    void answer(Admission admission) {
        answer.success(admission);
    }
}
