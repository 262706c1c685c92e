package app.parley.chat.socket;

import app.parley.chat.protocol.ClientFrame.TypingState;
import app.parley.chat.protocol.Content;
import app.parley.chat.protocol.ServerFrame;
import app.parley.chat.routing.Message;
import app.parley.chat.routing.PersonalChange;
import app.parley.chat.routing.Receipt;
import app.parley.chat.routing.Signal;
import app.parley.chat.routing.TypingNotice;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Frames as the server writes them. */
@Component
class FrameEncoder {

    private final ObjectWriter writer;

    FrameEncoder() {
        this.writer = JsonMapper.builder().build().writerFor(ServerFrame.class);
    }

    byte[] encode(ServerFrame frame) {
        return writer.writeValueAsBytes(frame);
    }

    byte[] encode(Signal signal) {
        return encode(frame(signal));
    }

    static ServerFrame frame(Signal signal) {
        return switch (signal) {
            case Message message ->
                new ServerFrame.Message(
                        message.conversation(),
                        message.seq(),
                        message.id(),
                        message.sender(),
                        message.sentFrom(),
                        message.at(),
                        Content.ofChecked(message.content()));
            case Receipt receipt ->
                new ServerFrame.Receipt(receipt.conversation(), receipt.user(), receipt.delivered(), receipt.read());
            case TypingNotice typing ->
                new ServerFrame.Typing(
                        typing.conversation(),
                        typing.user(),
                        switch (typing.state()) {
                            case STARTED -> TypingState.STARTED;
                            case RECORDING -> TypingState.RECORDING;
                            case STOPPED -> TypingState.STOPPED;
                        });
            case PersonalChange change -> new ServerFrame.Changed(change.version());
        };
    }
}
