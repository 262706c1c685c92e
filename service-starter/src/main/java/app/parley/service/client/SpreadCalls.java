package app.parley.service.client;

import app.parley.service.instance.Instances;
import app.parley.service.instance.Instances.Failure;
import java.net.URI;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Sends each call to one of the instances of a service, whatever instance the request names.
 *
 * @param instances the service's
 */
public record SpreadCalls(Instances instances) implements ExchangeFilterFunction {

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return instances.call(instance -> next.exchange(at(instance, request)), SpreadCalls::judge);
    }

    private static ClientRequest at(URI instance, ClientRequest request) {
        URI url = UriComponentsBuilder.fromUri(request.url())
                .scheme(instance.getScheme())
                .host(instance.getHost())
                .port(instance.getPort())
                .build(true)
                .toUri();
        return ClientRequest.from(request).url(url).build();
    }

    private static Failure judge(Throwable error) {
        if (!(error instanceof WebClientRequestException)) {
            return Failure.NONE;
        }
        return Instances.isNotReached(error) ? Failure.NOT_REACHED : Failure.NOT_ANSWERED;
    }
}
