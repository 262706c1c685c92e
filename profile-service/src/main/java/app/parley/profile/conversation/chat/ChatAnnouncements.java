package app.parley.profile.conversation.chat;

import app.parley.chat.api.ChatApi;
import app.parley.profile.conversation.Announcements;
import app.parley.profile.conversation.AnnouncingSettings;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells chat-service. */
@Component
class ChatAnnouncements implements Announcements {

    private static final Logger log = LoggerFactory.getLogger(ChatAnnouncements.class);

    private final ChatApi chat;
    private final AnnouncingSettings settings;
    private final AtomicBoolean failing = new AtomicBoolean();

    ChatAnnouncements(ChatApi chat, AnnouncingSettings settings) {
        this.chat = chat;
        this.settings = settings;
    }

    @Override
    public boolean announce(UUID group, long version) {
        return Boolean.TRUE.equals(Mono.defer(() -> chat.announce(group, version))
                .timeout(settings.patience())
                .then(Mono.fromCallable(this::told))
                .onErrorResume(failure -> Mono.fromCallable(() -> putOff(failure)))
                .block());
    }

    private boolean told() {
        if (failing.getAndSet(false)) {
            log.info("chat-service takes the changes of groups again");
        }
        return true;
    }

    /** Says so once, not for each change of an outage. */
    private boolean putOff(Throwable failure) {
        if (!failing.getAndSet(true)) {
            log.warn(
                    "chat-service does not take the changes of groups, which it is told again later: {}",
                    failure.toString());
        }
        return false;
    }
}
