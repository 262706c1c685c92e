package app.parley.presence.session.offlinestore;

import app.parley.offlinestore.api.OfflineStoreApi;
import app.parley.presence.device.Device;
import app.parley.presence.session.OfflineQueues;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks offline-store-service. */
@Component
class OfflineStoreQueues implements OfflineQueues {

    private final OfflineStoreApi store;

    OfflineStoreQueues(OfflineStoreApi store) {
        this.store = store;
    }

    @Override
    public Mono<Void> forget(Device device, long version) {
        return store.forget(device.user(), device.id(), version);
    }
}
