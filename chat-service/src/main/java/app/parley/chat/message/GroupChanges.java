package app.parley.chat.message;

import app.parley.chat.conversation.Audience;
import app.parley.chat.conversation.Audiences;
import app.parley.chat.conversation.Conversation;
import app.parley.chat.conversation.Conversations;
import app.parley.chat.conversation.GroupChange;
import app.parley.chat.message.MessageLog.AppendAnswer;
import app.parley.chat.routing.GroupNews;
import app.parley.chat.routing.Router;
import app.parley.service.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Brings the changes of groups into their logs, in their order, and to their members. A log takes a change only right after
 * the one before it, and each once; so any node may do this at any time.
 */
@Component
public class GroupChanges {

    private final Conversations conversations;
    private final Audiences audiences;
    private final MessageLog log;
    private final Router router;
    private final GroupNews news;
    private final SendSettings settings;

    GroupChanges(
            Conversations conversations,
            Audiences audiences,
            MessageLog log,
            Router router,
            GroupNews news,
            SendSettings settings) {
        this.conversations = conversations;
        this.audiences = audiences;
        this.log = log;
        this.router = router;
        this.news = news;
        this.settings = settings;
    }

    /** Completes when the log has all changes of the group up to and with this one. */
    public Mono<Void> bringUpTo(UUID group, long version) {
        return known(group, version)
                // what was being asked for may be from before the change
                .switchIfEmpty(known(group, version))
                .switchIfEmpty(Mono.error(() -> ProblemException.unavailable("The group is not known as it is now.")))
                .flatMap(known ->
                        bring(known, version - 1).then(Mono.fromRunnable(() -> news.changed(group, known.version()))));
    }

    /** The group, if it is known with this change. */
    private Mono<Conversation> known(UUID group, long version) {
        return Mono.fromFuture(() -> conversations.after(group, version - 1), true)
                .filter(known -> known.version() >= version);
    }

    private Mono<Void> bring(Conversation group, long after) {
        return changes(group, after)
                .flatMapIterable(changes -> steps(group, changes))
                .concatMap(this::append)
                .then()
                .onErrorResume(
                        LogIsBehindException.class,
                        log -> log.version < after
                                ? bring(group, log.version)
                                : Mono.error(ProblemException.unavailable("The log takes no change of the group.")));
    }

    /** All changes of the group as it is known, after this version. */
    private Mono<List<GroupChange>> changes(Conversation group, long after) {
        AtomicLong from = new AtomicLong(after);
        return Mono.defer(() -> conversations.changes(group.id(), from.get()))
                .doOnNext(page -> page.forEach(change -> from.set(change.version())))
                .repeat()
                .takeUntil(page -> page.isEmpty() || from.get() >= group.version())
                .flatMapIterable(page -> page)
                .filter(change -> change.version() <= group.version())
                .collectList();
    }

    /** Each change with those whom it concerns: who is in the group with it, and who leaves. */
    private static List<Step> steps(Conversation group, List<GroupChange> changes) {
        List<Step> steps = new ArrayList<>();
        Set<UUID> members = new LinkedHashSet<>(group.members());
        for (GroupChange change : changes.reversed()) {
            Set<UUID> concerned = new LinkedHashSet<>(members);
            concerned.addAll(change.left());
            steps.addFirst(new Step(change, group.at(change.version(), List.copyOf(concerned))));
            members = concerned;
            change.joined().forEach(members::remove);
        }
        return steps;
    }

    private Mono<Void> append(Step step) {
        return Mono.fromFuture(() -> audiences.withDevices(step.group()))
                .flatMap(audience -> Mono.create(appended -> append(step.change(), audience, appended)));
    }

    private void append(GroupChange change, Audience audience, MonoSink<Void> appended) {
        Posting posting = Posting.of(change, audience);
        long deadline = System.nanoTime() + settings.answerWithin().toNanos();
        log.append(posting, deadline, new AppendAnswer() {
            @Override
            public void appended(long seq, Instant at, List<UUID> outdated) {
                router.route(posting.at(seq, at), audience.members());
                appended.success();
            }

            @Override
            public void otherVersion(long version) {
                if (version >= change.version()) {
                    appended.success();
                } else {
                    appended.error(new LogIsBehindException(version));
                }
            }

            @Override
            public void refused(Refusal refusal) {
                appended.error(ProblemException.unavailable("A change of the group is not in its log yet."));
            }
        });
    }

    /** A change, and the group with it. */
    private record Step(GroupChange change, Conversation group) {}

    /** The log lacks changes before the one that was to be appended. */
    private static final class LogIsBehindException extends RuntimeException {

        private final long version;

        LogIsBehindException(long version) {
            super("the log is at version " + version, null, false, false);
            this.version = version;
        }
    }
}
