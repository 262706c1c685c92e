package app.parley.chat.supervision.http;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where push notifications are sent.
 *
 * @param url each notification is posted to it as JSON; without it none goes out
 * @param token shown as bearer token, if there is one
 * @param answerWithin how long the provider has to answer; shorter than the time after which a message is overdue again
 */
@ConfigurationProperties("parley.chat.push")
@Validated
record HttpPushSettings(
        @Nullable URI url,
        @Nullable String token,
        @DefaultValue("1500ms") Duration answerWithin) {

    /** Without the token, so that no log can hold it. */
    @Override
    public String toString() {
        return "HttpPushSettings[url=" + url + ", answerWithin=" + answerWithin + "]";
    }
}
