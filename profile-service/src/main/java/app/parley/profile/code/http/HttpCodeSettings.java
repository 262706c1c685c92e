package app.parley.profile.code.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where codes are sent, with {@code parley.profile.codes.sender=http}.
 *
 * @param url each code is posted to it as JSON
 * @param token shown as bearer token, if there is one
 * @param answerWithin how long each attempt may take
 * @param attempts how often a code is posted at most, while nobody answers or the answer is 5xx or 429
 * @param text what people are to read, sent along as {@code text} with {@code {code}} and {@code {minutes}} filled in;
 *     without it the receiver writes the text itself
 */
@ConfigurationProperties("parley.profile.codes.http")
@Validated
record HttpCodeSettings(
        @Nullable URI url,
        @Nullable String token,

        @NotNull @DefaultValue("2s") @DurationMin(millis = 50) @DurationMax(seconds = 10)
        Duration answerWithin,

        @DefaultValue("3") @Min(1) @Max(5) int attempts,

        @Pattern(regexp = "(?s).*\\{code}.*", message = "must contain {code}") @Nullable
        String text) {

    /** Without the token, so that no log can hold it. */
    @Override
    public String toString() {
        return "HttpCodeSettings[url=" + url + ", answerWithin=" + answerWithin + ", attempts=" + attempts + "]";
    }
}
