package app.parley.neighbours;

import app.parley.offlinestore.api.OfflineStoreApi;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** As much of offline-store-service's {@link OfflineStoreApi} as presence-service calls. */
@RestController
public class OfflineStoreService extends Problem.Teller {

    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();
    private final Set<UUID> forgotten = ConcurrentHashMap.newKeySet();
    private volatile boolean available = true;

    /** The devices that it was asked to forget and did. */
    public Set<UUID> forgotten() {
        return forgotten;
    }

    /** The devices that it was asked to forget and could not. */
    public Set<UUID> refused() {
        return refused;
    }

    /** Whether it answers or says that it cannot. */
    public void available(boolean now) {
        available = now;
    }

    @DeleteMapping("/internal/v1/users/{user}/devices/{device}")
    void forget(
            @RequestHeader("Parley-Service-Credential") String credential,
            @PathVariable UUID user,
            @PathVariable UUID device) {
        if (!credential.equals(Neighbours.CREDENTIAL)) {
            throw new Problem(401, "unauthenticated");
        }
        if (!available) {
            refused.add(device);
            throw new Problem(503, "unavailable");
        }
        forgotten.add(device);
    }
}
