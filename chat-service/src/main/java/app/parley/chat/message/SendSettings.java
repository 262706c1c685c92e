package app.parley.chat.message;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may be sent.
 *
 * @param textCharacters the longest text, in Unicode code points
 * @param unanswered how many sends of one connection may be without an answer
 * @param unansweredBytes how large their contents may be together, about
 * @param answerWithin how long a send takes at most until it is answered
 * @param editableFor how long after it was sent a message may be edited; 0 for ever
 * @param deletableFor how long after it was sent a message may be deleted for everyone; 0 for ever
 */
@ConfigurationProperties("parley.chat.send")
@Validated
public record SendSettings(
        @DefaultValue("10000") @Min(1) int textCharacters,
        @DefaultValue("1024") @Min(1) int unanswered,
        @DefaultValue("4MB") DataSize unansweredBytes,
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue("15m") Duration editableFor,
        @DefaultValue("60h") Duration deletableFor) {}
