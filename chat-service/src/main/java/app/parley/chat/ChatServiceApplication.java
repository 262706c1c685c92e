package app.parley.chat;

import app.parley.offlinestore.api.OfflineStoreApi;
import app.parley.presence.api.PresenceApi;
import app.parley.presence.api.SessionsApi;
import app.parley.profile.api.ProfileApi;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** Starts chat-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@ImportHttpServices(group = "profile", clientType = ClientType.WEB_CLIENT, types = ProfileApi.class)
@ImportHttpServices(
        group = "presence",
        clientType = ClientType.WEB_CLIENT,
        types = {PresenceApi.class, SessionsApi.class})
@ImportHttpServices(group = "offline-store", clientType = ClientType.WEB_CLIENT, types = OfflineStoreApi.class)
public class ChatServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(ChatServiceApplication.class, args);
    }
}
