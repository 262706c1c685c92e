package app.parley.chat.departure;

import app.parley.chat.message.MessageLog;
import app.parley.chat.routing.GroupNews;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has logs forget people who have closed their account. */
@Component
public class Departures {

    private static final int AT_ONCE = 16;

    /** More than the version of a conversation of two, so that whoever remembers one with both of them asks again. */
    private static final long NEWER_THAN_ANY_PAIR = 1;

    private final MessageLog log;
    private final GroupNews news;

    Departures(MessageLog log, GroupNews news) {
        this.log = log;
        this.news = news;
    }

    /**
     * Completes when all of these logs will forget the user for certain. May be asked again.
     *
     * @param erase whether what the user sent is erased
     */
    public Mono<Void> forget(UUID user, List<UUID> conversations, boolean erase) {
        return Flux.fromIterable(conversations)
                .doOnNext(conversation -> news.changed(conversation, NEWER_THAN_ANY_PAIR))
                // of groups everybody knows by the change that says so; what was sent to a pair meanwhile is in the log
                // first
                .flatMap(conversation -> log.forget(conversation, user, erase), AT_ONCE)
                .then();
    }
}
