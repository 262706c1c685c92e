package app.parley.profile.departure.chat;

import app.parley.chat.api.DepartureApi;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The client of chat-service; its address is {@code spring.http.serviceclient.chat.base-url}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "chat", types = DepartureApi.class, clientType = ClientType.WEB_CLIENT)
class DepartureClientConfiguration {}
