package app.parley.chat.export.web;

import app.parley.chat.export.Export;
import app.parley.service.client.RemoteProblem;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** One's own data, to take along. */
@RestController
@RequestMapping("/v1/me/export")
@Tag(name = "Export")
class ExportController {

    private final Export export;
    private final JsonMapper json;

    ExportController(Export export, JsonMapper json) {
        this.export = export;
        this.json = json;
    }

    @GetMapping
    @Operation(
            summary = "All that is kept of oneself",
            description = "A JSON object in each line, with a `type`: `profile` with addresses, `contact`,"
                    + " `personalConversation`, `personalMessage`, `broadcast`, `session`, and each `conversation` that one"
                    + " is in, with every `message` of it after it that is still kept. The last line is of type `end`:"
                    + " without it the export is not complete.")
    @ApiResponse(
            responseCode = "200",
            description = "The lines, as an attachment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = "`unknown_user`: the account is gone")
    @ApiResponse(responseCode = "429", description = "`rate_limited`: another export is under way")
    @ApiResponse(responseCode = "503", description = "`unavailable`, retryable.")
    Mono<Void> export(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, ServerHttpResponse response) {
        DataBufferFactory buffers = response.bufferFactory();
        Flux<DataBuffer> lines = export.of(caller.user())
                .map(exported -> Line.of(exported, json))
                .map(line -> buffers.wrap(line.getBytes(StandardCharsets.UTF_8)))
                .onErrorMap(ExportController::problem);
        // nothing is promised before it is known that there is something to send
        return response.writeWith(lines.switchOnFirst((first, all) -> {
            if (!first.isOnError()) {
                announce(response);
            }
            return all;
        }));
    }

    private static void announce(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        response.getHeaders()
                .setContentDisposition(ContentDisposition.attachment()
                        .filename("parley-export.ndjson")
                        .build());
    }

    private static Throwable problem(Throwable failure) {
        if (failure instanceof ProblemException) {
            return failure;
        }
        return failure instanceof RemoteProblem remote && remote.code().equals("unknown_user")
                ? new ProblemException(HttpStatus.NOT_FOUND, "unknown_user", "The account is gone.")
                : ProblemException.unavailable("A part of the service does not answer.");
    }
}
