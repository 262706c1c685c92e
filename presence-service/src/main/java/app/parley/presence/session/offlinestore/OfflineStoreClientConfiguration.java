package app.parley.presence.session.offlinestore;

import app.parley.offlinestore.api.OfflineStoreApi;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The client of offline-store-service; its address is {@code spring.http.serviceclient.offline-store.base-url}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "offline-store", types = OfflineStoreApi.class, clientType = ClientType.WEB_CLIENT)
class OfflineStoreClientConfiguration {}
