package app.parley.chat.socket;

import app.parley.chat.routing.Device;
import app.parley.chat.session.Reconnects;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.netty.channel.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;

/** Where clients open their WebSocket. */
@RestController
@Tag(name = "WebSocket")
class ChatEndpoint {

    private static final String SUBPROTOCOL = "parley.v1+json";

    /** A message that is somewhat too large is still read, so that its sender can be told why the connection ends. */
    private static final int READ_BEYOND_LIMIT = 4;

    private final Reception reception;
    private final Connections connections;
    private final FrameEncoder encoder;
    private final FrameDecoder decoder;
    private final Drain drain;
    private final Reconnects reconnects;

    ChatEndpoint(
            Reception reception,
            Connections connections,
            FrameEncoder encoder,
            FrameDecoder decoder,
            Drain drain,
            Reconnects reconnects) {
        this.reception = reception;
        this.connections = connections;
        this.encoder = encoder;
        this.decoder = decoder;
        this.drain = drain;
        this.reconnects = reconnects;
    }

    @GetMapping("/v1/ws")
    @Operation(
            summary = "Open the WebSocket",
            description = "Upgrades to a WebSocket with the subprotocol `parley.v1+json`, which docs/protocol.md"
                    + " describes. The token comes in the Authorization header or in the first frame.")
    @ApiResponse(responseCode = "101", description = "The connection is a WebSocket from here on.")
    @ApiResponse(responseCode = "400", description = "`unsupported_subprotocol`: parley.v1+json was not offered.")
    @ApiResponse(responseCode = "401", description = "`token_expired`, `token_invalid`: of the Authorization header.")
    @ApiResponse(responseCode = "426", description = "`upgrade_required`: this is no WebSocket handshake.")
    @ApiResponse(responseCode = "503", description = "`unavailable`, retryable: this node is stopping.")
    Mono<Void> connect(
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable Caller caller,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        check(exchange.getRequest());
        ServerHttpResponse response = exchange.getResponse();
        HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
        int limit = Math.toIntExact(reception.settings().frameBytes().toBytes() * READ_BEYOND_LIMIT);
        WebsocketServerSpec spec = WebsocketServerSpec.builder()
                .protocols(SUBPROTOCOL)
                .maxFramePayloadLength(limit)
                .build();
        return response.setComplete()
                .then(Mono.defer(() -> server.sendWebsocket((in, _) -> open(in, limit, caller), spec))
                        .subscribeOn(channelThread(server)));
    }

    /**
     * Elsewhere than in the channel's own thread, which a filter before us may have left, the handshake
     * would lose what a client says at once after it.
     */
    private static Scheduler channelThread(HttpServerResponse server) {
        AtomicReference<@Nullable Channel> channel = new AtomicReference<>();
        server.withConnection(netty -> channel.set(netty.channel()));
        return Schedulers.fromExecutor(Objects.requireNonNull(channel.get()).eventLoop());
    }

    private void check(ServerHttpRequest request) {
        if (!"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
            throw new ProblemException(
                    HttpStatus.UPGRADE_REQUIRED, "upgrade_required", "This is where a WebSocket is opened.");
        }
        if (!offersSubprotocol(request)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "unsupported_subprotocol",
                    "Offer the WebSocket subprotocol " + SUBPROTOCOL + ".");
        }
        if (drain.isDraining()) {
            throw ProblemException.unavailable("This node is stopping. Connect again.");
        }
    }

    private static boolean offersSubprotocol(ServerHttpRequest request) {
        return request.getHeaders().getOrEmpty("Sec-WebSocket-Protocol").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(offered -> offered.trim().equals(SUBPROTOCOL));
    }

    private Mono<Void> open(WebsocketInbound in, int limit, @Nullable Caller caller) {
        // only once the channel is closed: Netty would close it with 1000 when this completes
        Sinks.Empty<Void> over = Sinks.empty();
        in.withConnection(netty -> {
            ClosingHandshake.prepare(netty.channel(), limit);
            Connection connection = new Connection(netty.channel(), encoder, reception.settings(), reconnects);
            Inbound inbound = new Inbound(connection, decoder, reception);
            connections.add(inbound);
            var _ = netty.channel().closeFuture().addListener(_ -> {
                connections.remove(inbound);
                over.tryEmitEmpty();
            });
            if (caller != null) {
                inbound.arrive(new Device(caller.user(), caller.device()));
            }
            in.aggregateFrames(limit).receiveFrames().subscribe(inbound);
        });
        return over.asMono();
    }
}
