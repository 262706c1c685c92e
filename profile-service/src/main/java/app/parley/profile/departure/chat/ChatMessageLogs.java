package app.parley.profile.departure.chat;

import app.parley.chat.api.DepartureApi;
import app.parley.profile.departure.DepartureSettings;
import app.parley.profile.departure.MessageLogs;
import app.parley.profile.departure.OwnMessages;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks chat-service, which knows who has which log. */
@Component
class ChatMessageLogs implements MessageLogs {

    private final DepartureApi chat;
    private final DepartureSettings settings;

    ChatMessageLogs(DepartureApi chat, DepartureSettings settings) {
        this.chat = chat;
        this.settings = settings;
    }

    @Override
    public void forget(UUID user, List<UUID> conversations, OwnMessages messages) {
        chat.forget(user, messages == OwnMessages.ERASE, conversations)
                .timeout(settings.patience())
                .block();
    }
}
