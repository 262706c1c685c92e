package app.parley.profile.conversation;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Groups.
 *
 * @param mostMembers how many people one group may have, its owner among them
 * @param mostInvites how many invites one group may have that serve somebody still
 */
@ConfigurationProperties("parley.profile.groups")
@Validated
record GroupSettings(
        @DefaultValue("1024") @Min(1) int mostMembers,
        @DefaultValue("100") @Min(1) int mostInvites) {}
