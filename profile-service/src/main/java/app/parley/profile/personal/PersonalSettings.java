package app.parley.profile.personal;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What people keep for themselves.
 *
 * @param mostPinned how many conversations one may pin
 * @param mostStarred how many messages one may star
 * @param mostHidden how many messages one may hide one by one
 * @param mostBroadcasts how many broadcast lists one may have
 * @param mostGone for how many entries that are gone it is kept that they are; a device that did not hear of the older ones
 *     reads everything anew
 */
@ConfigurationProperties("parley.profile.personal")
@Validated
record PersonalSettings(
        @DefaultValue("10") @Min(1) int mostPinned,
        @DefaultValue("10000") @Min(1) int mostStarred,
        @DefaultValue("10000") @Min(1) int mostHidden,
        @DefaultValue("100") @Min(1) int mostBroadcasts,
        @DefaultValue("1000") @Min(1) int mostGone) {}
