package app.parley.profile.departure.presence;

import app.parley.presence.api.SessionsApi;
import app.parley.profile.departure.DepartureSettings;
import app.parley.profile.departure.Sessions;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks presence-service. */
@Component
class PresenceSessions implements Sessions {

    private final SessionsApi presence;
    private final DepartureSettings settings;

    PresenceSessions(SessionsApi presence, DepartureSettings settings) {
        this.presence = presence;
        this.settings = settings;
    }

    @Override
    public void forget(UUID user) {
        presence.forget(user).timeout(settings.patience()).block();
    }
}
