package app.parley.chat.sight.profile;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How it is remembered what people may see of each other. A change is heard of at once; these are for the word of it that gets
 * lost.
 *
 * @param remembered how many pairs of people at most
 * @param refreshAfter how old what is remembered of a pair gets before it is asked for again; it is used meanwhile
 * @param forgetAfter how old it gets at most, whether there is an answer or not
 * @param collect how long a pair that is asked for waits for others, to be asked for with one call
 */
@ConfigurationProperties("parley.chat.sights")
@Validated
record SightSettings(
        @DefaultValue("200000") @Min(1) long remembered,
        @DefaultValue("15s") Duration refreshAfter,
        @DefaultValue("30s") @DurationMax(minutes = 5) Duration forgetAfter,
        @DefaultValue("2ms") Duration collect) {}
