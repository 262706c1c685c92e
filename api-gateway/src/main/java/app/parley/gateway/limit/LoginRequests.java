package app.parley.gateway.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final String PHONE = "phone";

    /** By which a login says whom it is for: one of them, or presence-service refuses it. */
    private static final List<String> NAMES = List.of("handle", "email", PHONE);

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[^0-9]+");

    private final JsonMapper json;

    LoginRequests(JsonMapper json) {
        this.json = json;
    }

    /**
     * A login whose body has been read.
     *
     * @param exchange with the body as it came
     * @param nameKey the same for every spelling of a handle, an e-mail address or a phone number; empty if the body has
     *     none, which presence-service will say better
     */
    record Login(ServerWebExchange exchange, Optional<String> nameKey) {}

    Mono<Login> read(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody())
                .map(LoginRequests::bytes)
                .defaultIfEmpty(new byte[0])
                .map(body -> new Login(withBody(exchange, body), nameKey(body)));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Optional<String> nameKey(byte[] body) {
        try {
            JsonNode login = json.readTree(body);
            return NAMES.stream()
                    .filter(name -> login.path(name).isString())
                    .map(name -> digest(name, login.path(name).asString()))
                    .findFirst();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /** Of one length, and not readable in Redis, whatever somebody sends as a name. */
    private static String digest(String kind, String name) {
        String spelled = kind.equals(PHONE)
                ? BETWEEN_DIGITS.matcher(name).replaceAll("")
                : name.strip().toLowerCase(Locale.ROOT);
        byte[] text = (kind + ":" + spelled).getBytes(StandardCharsets.UTF_8);
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
