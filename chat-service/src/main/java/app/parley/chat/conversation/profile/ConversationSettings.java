package app.parley.chat.conversation.profile;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How conversations are remembered.
 *
 * @param remembered how many at most
 * @param refreshAfter how old one gets before it is asked for again; it is used meanwhile, and as long as there is no
 *     answer
 * @param forgetAfter how long one is kept that nobody uses
 * @param collect how long one that is asked for waits for others, to be asked for with one call
 */
@ConfigurationProperties("parley.chat.conversations")
@Validated
record ConversationSettings(
        @DefaultValue("100000") @Min(1) long remembered,
        @DefaultValue("30s") Duration refreshAfter,
        @DefaultValue("30m") Duration forgetAfter,
        @DefaultValue("2ms") Duration collect) {}
