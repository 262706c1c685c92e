package app.parley.chat.message.web;

import app.parley.chat.conversation.Target;
import app.parley.chat.message.Draft;
import app.parley.chat.message.History;
import app.parley.chat.message.Kind;
import app.parley.chat.message.Page;
import app.parley.chat.message.SendOutcome;
import app.parley.chat.message.Sending;
import app.parley.chat.protocol.Content;
import app.parley.chat.protocol.ServerFrame;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.Message;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Messages of a conversation, for who has no WebSocket at hand. */
@RestController
@RequestMapping("/v1/conversations/{conversation}/messages")
@Tag(name = "Messages")
class MessagesController {

    private final Sending sending;
    private final History history;

    MessagesController(Sending sending, History history) {
        this.sending = sending;
        this.history = history;
    }

    /**
     * A message to send.
     *
     * @param id made by the client, best a UUIDv7: sent again with it, the message is stored once
     * @param content an object with a {@code type}; {@code {"type": "text", "text": …}}, or a type of the clients' own
     */
    record NewMessage(@NotNull UUID id, @NotNull Content content) {}

    /** What was accepted: as the {@code accepted} frame. */
    record AcceptedMessage(UUID id, UUID conversation, long seq, Instant at) {}

    /**
     * Messages, ascending.
     *
     * @param messages as {@code message} frames
     */
    record Messages(List<ServerFrame.Message> messages) {}

    @GetMapping
    @Operation(
            summary = "Read messages",
            description = "Ascending by `seq`. `after`: those that follow it, oldest first to come. `before`: those"
                    + " that precede it, nearest first to be taken. With neither, the newest. Under the policy `wipe`"
                    + " a message that every device has acknowledged is gone.")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or you are not in it.")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: after and before together, or out of range.")
    @ApiResponse(responseCode = "503", description = "`unavailable`, retryable.")
    Mono<Messages> read(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID conversation,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(required = false) @Min(0) @Nullable Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        if (after != null && before != null) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "after and before exclude each other");
        }
        return history.messages(device(caller), conversation, new Page(after, before, limit))
                .map(found -> new Messages(
                        found.stream().map(MessagesController::message).toList()))
                .onErrorMap(MessageProblems::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Send a message",
            description = "Answered once the message is durable. Sent again with the same `id` it gets the same `seq`.")
    @ApiResponse(responseCode = "201", description = "The message is durable.")
    @ApiResponse(
            responseCode = "403",
            description = "`not_an_admin`: only admins may send to this group; `not_your_message`: to be edited.")
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_conversation`: it does not exist, or you are not in it; `unknown_message`: what the"
                    + " content refers to.")
    @ApiResponse(responseCode = "409", description = "`too_late`: to edit that message.")
    @ApiResponse(
            responseCode = "422",
            description = "`invalid_field`, `text_too_long`, `not_a_member`: somebody who is mentioned.")
    @ApiResponse(responseCode = "503", description = "`unavailable`, retryable: send it again with the same id.")
    Mono<AcceptedMessage> send(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID conversation,
            @Valid @RequestBody NewMessage message) {
        if (message.content().isServers()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "content.type: only the server says this");
        }
        Draft draft = new Draft(
                device(caller),
                message.id(),
                new Target.OfConversation(conversation),
                message.content().json(),
                message.content().textCharacters(),
                kind(message.content().kind()),
                message.content().about(),
                message.content().mentions(),
                message.content().timer());
        return sending.send(draft).map(MessagesController::answer);
    }

    private static Kind kind(Content.Kind kind) {
        return switch (kind) {
            case MESSAGE -> Kind.MESSAGE;
            case NOTICE -> Kind.NOTICE;
            case REMARK -> Kind.REMARK;
            case EDIT -> Kind.EDIT;
            case DELETION -> Kind.DELETION;
        };
    }

    private static AcceptedMessage answer(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted ->
                new AcceptedMessage(accepted.id(), accepted.conversation(), accepted.seq(), accepted.at());
            case SendOutcome.Refused refused -> throw MessageProblems.of(refused.refusal());
        };
    }

    private static Device device(Caller caller) {
        return new Device(caller.user(), caller.device());
    }

    private static ServerFrame.Message message(Message message) {
        return new ServerFrame.Message(
                message.conversation(),
                message.seq(),
                message.id(),
                message.sender(),
                message.sentFrom(),
                message.at(),
                Content.ofChecked(message.content()));
    }
}
