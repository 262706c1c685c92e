package app.parley.profile.personal.chat;

import app.parley.chat.api.PersonalApi;
import app.parley.profile.personal.PersonalChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import reactor.core.publisher.Mono;

/**
 * Tells chat-service, once and without waiting: a device that does not hear of a change learns of it with the next one, or when
 * it connects.
 */
@Component
class ChatNews {

    private static final Logger log = LoggerFactory.getLogger(ChatNews.class);

    private final PersonalApi chat;
    private final NewsSettings settings;

    ChatNews(PersonalApi chat, NewsSettings settings) {
        this.chat = chat;
        this.settings = settings;
    }

    /** When the change is stored: who asks at once must find it. */
    @TransactionalEventListener
    void changed(PersonalChange change) {
        Mono.defer(() -> chat.changed(change.user(), change.version()))
                .timeout(settings.patience())
                .subscribe(
                        _ -> {},
                        failure -> log.debug("Nobody's devices were told of {}: {}", change, failure.toString()));
    }
}
