package app.parley.service.client;

import app.parley.service.ServiceSettings;
import java.net.URI;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Clients for one instance among several, whose address is known only at run time. */
public final class ServiceClients {

    private final WebClient.Builder builder;

    ServiceClients(WebClient.Builder builder, ServiceSettings settings) {
        this.builder = builder.filter(new ServiceCall(settings.credential()));
    }

    /**
     * A client of this API at this address. Keep it: it is made by reflection.
     *
     * @param base the internal address of the instance
     */
    public <T> T create(Class<T> api, URI base) {
        WebClient client = builder.clone().baseUrl(base.toString()).build();
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
                .build()
                .createClient(api);
    }
}
