package app.parley.chat.export;

import app.parley.chat.inbox.OwnConversation;
import app.parley.chat.inbox.OwnConversations;
import app.parley.chat.message.MessageLog;
import app.parley.chat.message.Page;
import app.parley.chat.routing.Message;
import app.parley.service.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All that is kept of people, gathered as fast as they take it: of what follows no more than a page is in memory. For each user
 * this node makes one export at a time.
 */
@Component
public class Export {

    private static final int PAGE = 200;

    private final Profiles profiles;
    private final Logins logins;
    private final OwnConversations conversations;
    private final MessageLog log;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    Export(Profiles profiles, Logins logins, OwnConversations conversations, MessageLog log) {
        this.profiles = profiles;
        this.logins = logins;
        this.conversations = conversations;
        this.log = log;
    }

    /** All that is kept of a user; fails before its first element if there is no such user, or while another one runs. */
    public Flux<Exported> of(UUID user) {
        return Flux.defer(() -> running.add(user)
                ? all(user).doFinally(_ -> running.remove(user))
                : Flux.error(ProblemException.retryable(
                        HttpStatus.TOO_MANY_REQUESTS, "rate_limited", "Another export of yours is under way.")));
    }

    private Flux<Exported> all(UUID user) {
        return Flux.concat(
                profiles.of(user).map(Exported.OfProfile::new),
                logins.of(user).map(Exported.OfLogin::new),
                conversations
                        .of(user)
                        .flatMapIterable(all -> all)
                        .concatMap(conversation -> withMessages(user, conversation), 1),
                Mono.just(new Exported.End()));
    }

    private Flux<Exported> withMessages(UUID user, OwnConversation conversation) {
        return Flux.concat(
                Mono.just(new Exported.OfConversation(conversation)),
                Flux.defer(() -> messages(user, conversation.id())).map(Exported.OfMessage::new));
    }

    /** Page after page; the next one is asked for when it is wanted. */
    private Flux<Message> messages(UUID user, UUID conversation) {
        AtomicLong after = new AtomicLong();
        return Mono.defer(() -> page(user, conversation, after.get()))
                .doOnNext(page -> page.forEach(message -> after.set(message.seq())))
                .repeat()
                .takeUntil(page -> page.size() < PAGE)
                .flatMapIterable(page -> page, 1);
    }

    private Mono<List<Message>> page(UUID user, UUID conversation, long after) {
        return log.messages(conversation, user, Page.after(after, PAGE));
    }
}
