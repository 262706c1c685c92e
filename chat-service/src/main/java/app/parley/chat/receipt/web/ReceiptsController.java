package app.parley.chat.receipt.web;

import app.parley.chat.conversation.NoConversationException;
import app.parley.chat.message.History;
import app.parley.chat.receipt.SeenReceipts;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.Receipt;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whom a message has reached, for who asks. */
@RestController
@RequestMapping("/v1/conversations/{conversation}/messages/{seq}/receipts")
@Tag(name = "Messages")
class ReceiptsController {

    private final History history;
    private final SeenReceipts seen;

    ReceiptsController(History history, SeenReceipts seen) {
        this.history = history;
        this.seen = seen;
    }

    @GetMapping
    @Operation(
            summary = "Whom a message has reached",
            description =
                    "Of those who are in the conversation and may see the message, without oneself, and as far as they"
                            + " let one see it.")
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_conversation`: it does not exist, or you are not in it; `unknown_message`: it does"
                    + " not exist, or you may not see it.")
    @ApiResponse(responseCode = "503", description = "`unavailable`, retryable.")
    Mono<MessageReceipts> read(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID conversation,
            @PathVariable @Min(1) long seq) {
        Device reader = new Device(caller.user(), caller.device());
        return history.receipts(reader, conversation, seq)
                .switchIfEmpty(Mono.error(() -> unknown("unknown_message", "There is no such message here.")))
                .flatMap(found -> seen.of(reader, conversation, found))
                .map(found -> MessageReceipts.of(conversation, seq, others(found, reader)))
                .onErrorMap(ReceiptsController::problem);
    }

    private static List<Receipt> others(List<Receipt> found, Device reader) {
        return found.stream()
                .filter(receipt -> !reader.user().equals(receipt.user()))
                .toList();
    }

    private static ProblemException problem(Throwable failure) {
        Throwable reason = failure.getCause() instanceof NoConversationException none ? none : failure;
        return switch (reason) {
            case ProblemException problem -> problem;
            case NoConversationException _ ->
                unknown("unknown_conversation", "There is no such conversation, or you are not in it.");
            default -> ProblemException.unavailable("A part of the service does not answer.");
        };
    }

    private static ProblemException unknown(String code, String reason) {
        return new ProblemException(HttpStatus.NOT_FOUND, code, reason);
    }
}
