package app.parley.profile.conversation.chat;

import app.parley.chat.api.ChatApi;
import app.parley.profile.conversation.Announcements;
import app.parley.profile.conversation.AnnouncingSettings;
import java.util.UUID;
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

    ChatAnnouncements(ChatApi chat, AnnouncingSettings settings) {
        this.chat = chat;
        this.settings = settings;
    }

    @Override
    public boolean announce(UUID group, long version) {
        return Boolean.TRUE.equals(Mono.defer(() -> chat.announce(group, version))
                .timeout(settings.patience())
                .thenReturn(true)
                .onErrorResume(failure -> putOff(group, version, failure))
                .block());
    }

    private static Mono<Boolean> putOff(UUID group, long version, Throwable failure) {
        log.warn("Change {} of group {} is announced again later: {}", version, group, failure.toString());
        return Mono.just(false);
    }
}
