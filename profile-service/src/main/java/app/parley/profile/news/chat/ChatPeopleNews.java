package app.parley.profile.news.chat;

import app.parley.chat.api.PeopleApi;
import app.parley.profile.news.NewsSettings;
import app.parley.profile.news.PeopleNews;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells chat-service, once. */
@Component
class ChatPeopleNews implements PeopleNews {

    private static final Logger log = LoggerFactory.getLogger(ChatPeopleNews.class);

    private final PeopleApi chat;
    private final NewsSettings settings;
    private final AtomicBoolean failing = new AtomicBoolean();

    ChatPeopleNews(PeopleApi chat, NewsSettings settings) {
        this.chat = chat;
        this.settings = settings;
    }

    @Override
    public void changed(Set<UUID> people) {
        Mono.defer(() -> chat.changed(List.copyOf(people)))
                .timeout(settings.patience())
                .doOnSuccess(_ -> told())
                .onErrorResume(failure -> Mono.fromRunnable(() -> lost(failure)))
                .block();
    }

    private void told() {
        if (failing.getAndSet(false)) {
            log.info("chat-service takes word of people again");
        }
    }

    /** Says so once, not for each change of an outage. */
    private void lost(Throwable failure) {
        if (!failing.getAndSet(true)) {
            log.warn(
                    "chat-service does not take word of people, and shows them as they were for a while: {}",
                    failure.toString());
        }
    }
}
