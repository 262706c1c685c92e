package app.parley.chat.broadcast;

import app.parley.chat.broadcast.BroadcastOutcome.Place;
import app.parley.chat.broadcast.BroadcastOutcome.Skipped;
import app.parley.chat.message.Refusal;
import app.parley.chat.message.SendOutcome;
import app.parley.chat.message.SendSettings;
import app.parley.chat.message.Sending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends to broadcast lists: to each recipient an ordinary message, in the direct conversation with them. */
@Component
public class Broadcasting {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcasting.class);

    private final BroadcastLists lists;
    private final Sending sending;
    private final BroadcastSettings settings;
    private final SendSettings sendSettings;

    Broadcasting(BroadcastLists lists, Sending sending, BroadcastSettings settings, SendSettings sendSettings) {
        this.lists = lists;
        this.sending = sending;
        this.settings = settings;
        this.sendSettings = sendSettings;
    }

    /** Sends once it is subscribed to. The time in which it is answered runs from this call. */
    public Mono<BroadcastOutcome> send(Broadcast broadcast) {
        if (broadcast.characters() > sendSettings.textCharacters()) {
            return Mono.just(new BroadcastOutcome.Refused(Refusal.TEXT_TOO_LONG));
        }
        long deadline = System.nanoTime() + sendSettings.answerWithin().toNanos();
        return Mono.defer(() -> reach(broadcast).timeout(until(deadline), Mono.just(unavailable())))
                .onErrorResume(failure -> {
                    LOG.warn("{} failed: {}", broadcast, failure.toString());
                    return Mono.just(unavailable());
                });
    }

    private static Duration until(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    private static BroadcastOutcome unavailable() {
        return new BroadcastOutcome.Refused(Refusal.UNAVAILABLE);
    }

    private Mono<BroadcastOutcome> reach(Broadcast broadcast) {
        return lists.recipients(broadcast.sender().user(), broadcast.list())
                .flatMap(recipients -> Flux.fromIterable(recipients)
                        .flatMap(recipient -> send(broadcast, recipient), settings.atOnce())
                        .collectList()
                        .map(Broadcasting::outcome))
                .defaultIfEmpty(new BroadcastOutcome.UnknownList());
    }

    /** What became of the message to one of the recipients. */
    private record Each(UUID recipient, SendOutcome outcome) {}

    private Mono<Each> send(Broadcast broadcast, UUID recipient) {
        return sending.send(broadcast.to(recipient)).map(outcome -> new Each(recipient, outcome));
    }

    /** All recipients are tried before one of them makes it all to be sent again: the retry finds the others done. */
    private static BroadcastOutcome outcome(List<Each> all) {
        List<Place> places = new ArrayList<>(all.size());
        List<Skipped> skipped = new ArrayList<>();
        for (Each each : all) {
            switch (each.outcome()) {
                case SendOutcome.Accepted its ->
                    places.add(new Place(each.recipient(), its.conversation(), its.seq(), its.at()));
                case SendOutcome.Refused its
                when isForGood(its.refusal()) -> skipped.add(new Skipped(each.recipient(), its.refusal()));
                case SendOutcome.Refused its -> {
                    return new BroadcastOutcome.Refused(its.refusal());
                }
            }
        }
        return new BroadcastOutcome.Sent(places, skipped);
    }

    /** Whether it is this recipient who cannot be written to, however often it is tried. */
    private static boolean isForGood(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_USER, BLOCKED, ONESELF -> true;
            case UNKNOWN_CONVERSATION,
                    UNKNOWN_MESSAGE,
                    NOT_YOUR_MESSAGE,
                    TOO_LATE,
                    NOT_A_MEMBER,
                    NOT_AN_ADMIN,
                    TEXT_TOO_LONG,
                    TOO_MANY_UNANSWERED,
                    SEQ_OUT_OF_RANGE,
                    UNAVAILABLE -> false;
        };
    }
}
