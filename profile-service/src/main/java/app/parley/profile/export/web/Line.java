package app.parley.profile.export.web;

import app.parley.profile.account.Account;
import app.parley.profile.address.VerifiedAddress;
import app.parley.profile.export.Exported;
import app.parley.profile.export.Exported.OfAccount;
import app.parley.profile.export.Exported.OfContact;
import app.parley.profile.export.Exported.OfEntry;
import app.parley.profile.personal.BroadcastList;
import app.parley.profile.personal.ConversationState;
import app.parley.profile.personal.Draft;
import app.parley.profile.personal.Entry;
import app.parley.profile.personal.MessageState;
import app.parley.profile.privacy.Circle;
import app.parley.profile.privacy.Privacy;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody reads of something that is kept of them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Line {

    @JsonTypeName("profile")
    record ProfileLine(
            UUID id,
            String handle,
            String displayName,
            @Nullable String about,
            @Nullable UUID photo,
            Instant createdAt,
            List<AddressLine> addresses,
            PrivacyLine privacy,
            List<UUID> blocked)
            implements Line {

        static ProfileLine of(OfAccount exported) {
            Account account = exported.account();
            return new ProfileLine(
                    account.id(),
                    account.handle(),
                    account.displayName(),
                    account.about().orElse(null),
                    account.photo().orElse(null),
                    account.createdAt(),
                    exported.addresses().stream().map(AddressLine::of).toList(),
                    PrivacyLine.of(exported.privacy()),
                    exported.blocked());
        }
    }

    record PrivacyLine(Circle lastSeen, Circle online, Circle about, Circle photo, Circle readReceipts, Circle groups) {

        static PrivacyLine of(Privacy its) {
            return new PrivacyLine(
                    its.lastSeen(), its.online(), its.about(), its.photo(), its.readReceipts(), its.groups());
        }
    }

    record AddressLine(String kind, String address, Instant verifiedAt, boolean discoverable) {

        static AddressLine of(VerifiedAddress address) {
            return new AddressLine(
                    address.kind().name().toLowerCase(Locale.ROOT),
                    address.address(),
                    address.verifiedAt(),
                    address.discoverable());
        }
    }

    @JsonTypeName("contact")
    record ContactLine(
            UUID user,
            String handle,
            String displayName,
            @Nullable String name,
            Instant addedAt) implements Line {}

    @JsonTypeName("personalConversation")
    record ConversationLine(
            UUID conversation,
            @Nullable Instant mutedUntil,
            boolean archived,
            @Nullable Instant pinnedAt,
            @Nullable Map<String, Object> draft,
            @Nullable Instant draftedAt,
            long clearedTo)
            implements Line {}

    @JsonTypeName("personalMessage")
    record MessageLine(
            UUID conversation, long seq, @Nullable Instant starredAt, boolean hidden) implements Line {}

    @JsonTypeName("broadcast")
    record BroadcastLine(UUID id, @Nullable String name, List<UUID> recipients, Instant createdAt) implements Line {}

    static Line of(Exported exported) {
        return switch (exported) {
            case OfAccount account -> ProfileLine.of(account);
            case OfContact(var contact) ->
                new ContactLine(
                        contact.person().id(),
                        contact.person().handle(),
                        contact.person().displayName(),
                        contact.name().orElse(null),
                        contact.addedAt());
            case OfEntry(var entry) -> of(entry);
        };
    }

    private static Line of(Entry entry) {
        return switch (entry) {
            case BroadcastList list ->
                new BroadcastLine(list.id(), list.name().orElse(null), list.recipients(), list.createdAt());
            case MessageState message ->
                new MessageLine(
                        message.conversation(),
                        message.seq(),
                        message.starredAt().orElse(null),
                        message.isHidden());
            case ConversationState state ->
                new ConversationLine(
                        state.conversation(),
                        state.mutedUntil().orElse(null),
                        state.isArchived(),
                        state.pinnedAt().orElse(null),
                        state.draft().map(Draft::asMap).orElse(null),
                        state.draftedAt().orElse(null),
                        state.clearedTo());
        };
    }
}
