package app.parley.service.token;

import app.parley.service.instance.Instance;
import app.parley.service.instance.Instances;
import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;

/**
 * Asks one instance of presence-service for its keys, and another if it does not answer: reading them twice does no harm.
 *
 * @param instances the addresses of the keys
 */
record SpreadKeyRequests(Instances instances) implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        Iterator<Instance> order = instances.order();
        while (true) {
            Instance instance = order.next();
            try {
                ClientHttpResponse response = execution.execute(at(instance.address(), request), body);
                instance.answered();
                return response;
            } catch (IOException e) {
                instance.failed();
                if (!order.hasNext()) {
                    throw e;
                }
            }
        }
    }

    private static HttpRequest at(URI address, HttpRequest request) {
        return new HttpRequestWrapper(request) {
            @Override
            public URI getURI() {
                return address;
            }
        };
    }
}
