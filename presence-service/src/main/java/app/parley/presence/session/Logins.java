package app.parley.presence.session;

import app.parley.presence.device.Device;
import app.parley.presence.session.LoginOutcome.LoggedIn;
import app.parley.presence.session.LoginOutcome.TooManyDevices;
import app.parley.presence.session.LoginOutcome.WrongCredentials;
import app.parley.presence.session.SessionStore.NewSession;
import app.parley.presence.session.SessionStore.Opening;
import app.parley.presence.token.TokenIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Logs people in. */
@Service
public class Logins {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionSettings settings;
    private final DeviceIds ids;
    private final TokenIssuer tokens;
    private final MeterRegistry meters;

    Logins(
            Accounts accounts,
            Sessions sessions,
            SessionSettings settings,
            DeviceIds ids,
            TokenIssuer tokens,
            MeterRegistry meters) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = settings;
        this.ids = ids;
        this.tokens = tokens;
        this.meters = meters;
    }

    /**
     * Logs in on a device.
     *
     * @param again the id that the device had before, if any. It keeps the id if that was given to a device of this user,
     *     whatever became of its session since, and gets a new one otherwise
     */
    public Mono<LoginOutcome> login(Proof proof, @Nullable UUID again, DeviceDescription description) {
        return accounts.verify(proof)
                .flatMap(user -> open(user, again, description))
                .defaultIfEmpty(new WrongCredentials())
                .doOnNext(this::count);
    }

    private Mono<LoginOutcome> open(UUID user, @Nullable UUID again, DeviceDescription description) {
        UUID id = again != null && ids.isOf(user, again) ? again : ids.next(user);
        Device device = new Device(user, id);
        RefreshToken token = RefreshToken.first(device);
        return sessions.open(new NewSession(device, again, description, token)).map(opening -> switch (opening) {
            case Opening.Opened(Device opened) ->
                new LoggedIn(new Grant(opened, tokens.issue(opened), token.of(opened)));
            case Opening.Full() -> new TooManyDevices(settings.maxDevices());
        });
    }

    private void count(LoginOutcome outcome) {
        String name = switch (outcome) {
            case LoggedIn _ -> "logged_in";
            case WrongCredentials _ -> "wrong_credentials";
            case TooManyDevices _ -> "too_many_devices";
        };
        meters.counter("parley.logins", "outcome", name).increment();
    }
}
