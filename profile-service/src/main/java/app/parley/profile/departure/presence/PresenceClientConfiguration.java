package app.parley.profile.departure.presence;

import app.parley.presence.api.SessionsApi;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The client of presence-service; its address is {@code spring.http.serviceclient.presence.base-url}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "presence", types = SessionsApi.class, clientType = ClientType.WEB_CLIENT)
class PresenceClientConfiguration {}
