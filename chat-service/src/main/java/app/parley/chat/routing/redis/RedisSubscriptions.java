package app.parley.chat.routing.redis;

import app.parley.chat.routing.LocalDevices;
import app.parley.chat.routing.NodeName;
import app.parley.chat.routing.Nudge;
import app.parley.chat.routing.Parcel;
import app.parley.presence.api.DevicesChanged;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.connection.ReactiveSubscription.Message;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this node hears through Redis: hand-overs on its own channel, word of devices on presence-service's, and word of
 * groups and of people. It says to itself now and then that it is there. If that is not heard, the subscription is at a Redis
 * that stands still or is not the primary any more, and is made anew.
 */
@Component
class RedisSubscriptions {

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration SILENCE = HEARTBEAT.multipliedBy(3);
    private static final String NO_ITEMS = "[]";

    private static final Logger log = LoggerFactory.getLogger(RedisSubscriptions.class);

    private final ReactiveStringRedisTemplate redis;
    private final JsonMapper json;
    private final NodeName self;
    private final LocalDevices devices;
    private final Listeners listeners;
    private @Nullable Disposable subscription;

    RedisSubscriptions(
            ReactiveStringRedisTemplate redis,
            JsonMapper json,
            NodeName self,
            LocalDevices devices,
            Listeners listeners) {
        this.redis = redis;
        this.json = json;
        this.self = self;
        this.devices = devices;
        this.listeners = listeners;
    }

    @EventListener
    void subscribe(ApplicationStartedEvent started) {
        String handOvers = RedisHandOver.channel(self.value());
        subscription = Disposables.composite(listen(handOvers), beat(handOvers));
    }

    private Disposable listen(String handOvers) {
        return Flux.defer(() -> redis.listenToChannel(
                        handOvers, DevicesChanged.CHANNEL, GroupChanged.CHANNEL, PeopleChanged.CHANNEL))
                .timeout(SILENCE)
                .doOnError(failure -> log.warn("Nothing is heard through Redis: {}", failure.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, HEARTBEAT))
                .subscribe(message -> received(message, handOvers));
    }

    /** A failure shows in that nothing is heard. */
    private Disposable beat(String handOvers) {
        return redis.convertAndSend(handOvers, NO_ITEMS)
                .onErrorComplete()
                .delaySubscription(HEARTBEAT)
                .repeat()
                .subscribe();
    }

    @PreDestroy
    void unsubscribe() {
        if (subscription != null) {
            subscription.dispose();
        }
    }

    private void received(Message<String, String> message, String handOvers) {
        String channel = message.getChannel();
        if (channel.equals(handOvers)) {
            read(message, this::handedOver);
        } else if (channel.equals(GroupChanged.CHANNEL)) {
            read(message, body -> listeners.tell(json.readValue(body, GroupChanged.class)));
        } else if (channel.equals(PeopleChanged.CHANNEL)) {
            read(
                    message,
                    body -> listeners.tell(
                            json.readValue(body, PeopleChanged.class).people()));
        } else {
            read(message, body -> listeners.tell(json.readValue(body, DevicesChanged.class)));
        }
    }

    /** A publication that cannot be read, or fails, must not end the subscription. */
    private void read(Message<String, String> message, Consumer<String> reader) {
        try {
            reader.accept(message.getMessage());
        } catch (JacksonException unreadable) {
            log.warn("Unreadable publication on {}: {}", message.getChannel(), unreadable.getOriginalMessage());
        } catch (RuntimeException failure) {
            log.error("A publication on {} could not be carried out", message.getChannel(), failure);
        }
    }

    private void handedOver(String body) {
        for (HandOverItem item : json.readValue(body, new TypeReference<List<HandOverItem>>() {})) {
            Nudge nudge = item.nudge();
            if (nudge == null) {
                Parcel parcel = new Parcel(item.signal());
                item.devices().forEach(device -> devices.deliver(parcel, device));
            } else {
                item.devices().forEach(device -> devices.nudge(nudge, device));
            }
        }
    }
}
