package app.parley.chat.routing.presence;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the devices of users are remembered.
 *
 * @param remembered of how many users at most
 * @param refreshAfter how old they get before they are asked for again; they are used meanwhile, and as long as there
 *     is no answer. Changes are heard of at once, unless word of one gets lost
 * @param collect how long those that are to be asked for again wait for others
 * @param forgetAfter how long they are kept if nobody writes to the user
 * @param lookupSize how many users one lookup asks for at most
 */
@ConfigurationProperties("parley.chat.routes")
@Validated
record RouteSettings(
        @DefaultValue("100000") @Min(1) long remembered,
        @DefaultValue("10s") Duration refreshAfter,
        @DefaultValue("500ms") Duration collect,
        @DefaultValue("10m") Duration forgetAfter,
        @DefaultValue("500") @Min(1) int lookupSize) {}
