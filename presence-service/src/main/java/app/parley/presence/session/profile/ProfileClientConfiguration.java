package app.parley.presence.session.profile;

import app.parley.profile.api.ProfileApi;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The client of profile-service; its address is {@code spring.http.serviceclient.profile.base-url}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "profile", types = ProfileApi.class, clientType = ClientType.WEB_CLIENT)
class ProfileClientConfiguration {}
