package app.parley.chat.supervision;

import reactor.core.publisher.Mono;

/** The way to the push services of the phones' makers. */
public interface PushProvider {

    /** Completes when the provider has taken the notification, which is then not sent again. */
    Mono<Void> send(PushNotification notification);
}
