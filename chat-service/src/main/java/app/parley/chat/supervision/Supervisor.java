package app.parley.chat.supervision;

import app.parley.chat.message.MessageLog;
import app.parley.chat.message.Overdue;
import app.parley.chat.message.PushRange;
import app.parley.chat.routing.Member;
import app.parley.chat.routing.Nudge;
import app.parley.chat.routing.Router;
import app.parley.chat.routing.Routes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks after messages that were not acknowledged in time: whatever way they were lost on, after a node died, say, they are
 * brought to the devices that are online now; and if none of a user's is, a push notification goes out. The log says what there
 * is to do, to one node at a time, and later again if it did not help.
 */
@Component
class Supervisor {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

    private final MessageLog messages;
    private final Routes routes;
    private final Router router;
    private final List<PushProvider> providers;
    private final PushMeters meters;

    Supervisor(
            MessageLog messages,
            Routes routes,
            Router router,
            ObjectProvider<PushProvider> providers,
            PushMeters meters) {
        this.messages = messages;
        this.routes = routes;
        this.router = router;
        this.providers = providers.stream().toList();
        this.meters = meters;
    }

    /** Looks after what is overdue now. */
    Mono<Void> round() {
        return messages.overdue().collectList().filter(due -> !due.isEmpty()).flatMap(this::lookAfter);
    }

    /** Where the devices are is asked anew: what this node remembers may be why a message did not arrive. */
    private Mono<Void> lookAfter(List<Overdue> due) {
        Set<UUID> users = due.stream().map(Overdue::user).collect(Collectors.toSet());
        return routes.now(users)
                .map(found -> found.stream().collect(Collectors.toMap(Member::user, Function.identity())))
                .flatMap(members -> lookAfter(due, members));
    }

    private Mono<Void> lookAfter(List<Overdue> due, Map<UUID, Member> members) {
        return Flux.fromIterable(due)
                .flatMap(its -> {
                    Member member = members.get(its.user());
                    return member == null ? Mono.empty() : lookAfter(its, member);
                })
                .then();
    }

    private Mono<Void> lookAfter(Overdue its, Member member) {
        List<Member.Route> online =
                member.devices().stream().filter(route -> route.node() != null).toList();
        if (online.isEmpty()) {
            return push(its);
        }
        List<Member.Route> late = online.stream()
                .filter(route -> its.devices().contains(route.device()))
                .toList();
        router.nudge(new Nudge(its.conversation(), its.head(), its.again()), List.of(member.with(late)));
        return Mono.empty();
    }

    private Mono<Void> push(Overdue its) {
        if (!its.toPush() || providers.isEmpty()) {
            return Mono.empty();
        }
        return pushUpTo(its).onErrorResume(failure -> {
            meters.failed();
            log.warn("A push did not go out, and will be tried again if it is told again: {}", failure.toString());
            return Mono.empty();
        });
    }

    /**
     * A push that was on its way may be for less than what is overdue now; what is left has one of its own. Whether the user
     * is still away is asked at the last moment: when many are, the push has waited for others until here.
     */
    private Mono<Void> pushUpTo(Overdue its) {
        return messages.startPush(its.conversation(), its.user())
                .filterWhen(_ -> isAway(its.user()))
                .flatMap(range -> send(its, range)
                        .then(Mono.defer(() -> range.toSeq() < its.head() ? pushUpTo(its) : Mono.empty())));
    }

    private Mono<Boolean> isAway(UUID user) {
        return routes.now(Set.of(user))
                .map(found -> found.stream()
                        .flatMap(member -> member.devices().stream())
                        .allMatch(route -> route.node() == null));
    }

    /** Noted once the provider has taken it. Should this node die in between, another sends the same again. */
    private Mono<Void> send(Overdue its, PushRange range) {
        PushNotification push = new PushNotification(its.user(), its.conversation(), range.fromSeq(), range.toSeq());
        return Flux.fromIterable(providers)
                .concatMap(provider -> provider.send(push))
                .then(Mono.defer(() -> messages.notePush(its.conversation(), its.user(), range.toSeq())))
                .doOnSuccess(_ -> meters.sent());
    }
}
