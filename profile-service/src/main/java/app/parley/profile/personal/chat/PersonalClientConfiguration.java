package app.parley.profile.personal.chat;

import app.parley.chat.api.PersonalApi;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The client of chat-service; its address is {@code spring.http.serviceclient.chat.base-url}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "chat", types = PersonalApi.class, clientType = ClientType.WEB_CLIENT)
class PersonalClientConfiguration {}
