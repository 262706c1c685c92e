package app.parley.service.client;

import app.parley.service.ServiceSettings;
import app.parley.service.instance.Instances;
import java.net.URI;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;

/** Makes every HTTP service group of this service a caller of other Parley services. */
@AutoConfiguration(after = WebClientAutoConfiguration.class)
@ConditionalOnClass({WebClient.class, WebClientAutoConfiguration.class})
@EnableConfigurationProperties(ServiceSettings.class)
class ServiceClientAutoConfiguration {

    @Bean
    WebClientHttpServiceGroupConfigurer serviceCallConfigurer(ServiceSettings settings) {
        ServiceCall call = new ServiceCall(settings.credential());
        return groups -> groups.forEachClient((group, builder) -> {
            builder.filter(call);
            List<URI> instances = settings.instances().getOrDefault(group.name(), List.of());
            if (!instances.isEmpty()) {
                builder.baseUrl(instances.getFirst().toString()).filter(new SpreadCalls(new Instances(instances)));
            }
        });
    }

    @Bean
    ServiceClients serviceClients(WebClient.Builder builder, ServiceSettings settings) {
        return new ServiceClients(builder, settings);
    }
}
