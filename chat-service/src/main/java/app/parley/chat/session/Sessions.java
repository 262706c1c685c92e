package app.parley.chat.session;

import app.parley.chat.message.MessageLog;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.LocalDevices;
import app.parley.chat.routing.Nudge;
import app.parley.chat.routing.Parcel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/** The sessions of this node, one for each device. */
@Component
public class Sessions implements LocalDevices {

    private final MessageLog messages;
    private final SessionSettings settings;
    private final SessionMeters meters;
    private final ConcurrentHashMap<UUID, Session> byDevice = new ConcurrentHashMap<>();

    Sessions(MessageLog messages, SessionSettings settings, SessionMeters meters, MeterRegistry registry) {
        this.messages = messages;
        this.settings = settings;
        this.meters = meters;
        Gauge.builder("parley.sessions", byDevice, ConcurrentHashMap::size)
                .description("Devices with a session at this node")
                .register(registry);
    }

    /** Opens a session. An older one of the same device ends. */
    public Session open(Device device, Line line) {
        Session session = new Session(device, line, messages, settings, meters);
        Session before = byDevice.put(device.device(), session);
        if (before != null) {
            before.close();
            before.line().close(Farewell.REPLACED);
        }
        recheck(session, settings.recheckFirst().toMillis());
        return session;
    }

    /**
     * Ends a session.
     *
     * @return whether the device has no other one here
     */
    public boolean close(Session session) {
        session.close();
        return byDevice.remove(session.device().device(), session)
                || !byDevice.containsKey(session.device().device());
    }

    @Override
    public boolean deliver(Parcel parcel, UUID device) {
        Session session = byDevice.get(device);
        if (session == null) {
            return false;
        }
        session.deliver(parcel);
        return true;
    }

    @Override
    public boolean nudge(Nudge nudge, UUID device) {
        Session session = byDevice.get(device);
        if (session == null) {
            return false;
        }
        session.nudge(nudge);
        return true;
    }

    public boolean holds(UUID device) {
        return byDevice.containsKey(device);
    }

    /** All devices that have a session here. */
    public List<Device> devices() {
        return byDevice.values().stream().map(Session::device).toList();
    }

    /** Ends the session of a device whose login session is over. */
    public void revoke(UUID device) {
        Session session = byDevice.get(device);
        if (session != null) {
            session.line().close(Farewell.REVOKED);
        }
    }

    /** The sessions of these users. */
    List<Session> of(Set<UUID> users) {
        return byDevice.values().stream()
                .filter(session -> users.contains(session.device().user()))
                .toList();
    }

    /** Spread, so that those who came together do not ask together for ever. */
    private void recheck(Session session, long afterMillis) {
        long spread = afterMillis + ThreadLocalRandom.current().nextLong(afterMillis / 2 + 1);
        var _ = Schedulers.parallel()
                .schedule(
                        () -> {
                            if (byDevice.get(session.device().device()) == session) {
                                session.sync();
                                recheck(session, settings.recheckEvery().toMillis());
                            }
                        },
                        spread,
                        TimeUnit.MILLISECONDS);
    }
}
