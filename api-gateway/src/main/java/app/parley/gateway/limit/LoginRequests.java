package app.parley.gateway.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads who a login is for and leaves its body to be sent on. How large it may be has been checked before. */
@Component
class LoginRequests {

    private final JsonMapper json;

    LoginRequests(JsonMapper json) {
        this.json = json;
    }

    /**
     * A login whose body has been read.
     *
     * @param exchange with the body as it came
     * @param handleKey the same for every spelling of a handle; empty if the body names none, which presence-service
     *     will say better
     */
    record Login(ServerWebExchange exchange, Optional<String> handleKey) {}

    Mono<Login> read(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody())
                .map(LoginRequests::bytes)
                .defaultIfEmpty(new byte[0])
                .map(body -> new Login(withBody(exchange, body), handleKey(body)));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Optional<String> handleKey(byte[] body) {
        try {
            JsonNode handle = json.readTree(body).path("handle");
            return handle.isString() ? Optional.of(digest(handle.asString())) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /** Of one length, and not readable in Redis, whatever somebody sends as a handle. */
    private static String digest(String handle) {
        byte[] text = handle.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerWebExchange withBody(ServerWebExchange exchange, byte[] body) {
        ServerHttpRequest request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return body.length == 0
                        ? Flux.empty()
                        : Flux.just(exchange.getResponse().bufferFactory().wrap(body));
            }
        };
        return exchange.mutate().request(request).build();
    }
}
