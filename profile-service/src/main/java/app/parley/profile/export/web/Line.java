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
    record ProfileLine(UUID id, String handle, String displayName, Instant createdAt, List<AddressLine> addresses)
            implements Line {

        static ProfileLine of(Account account, List<VerifiedAddress> addresses) {
            return new ProfileLine(
                    account.id(),
                    account.handle(),
                    account.displayName(),
                    account.createdAt(),
                    addresses.stream().map(AddressLine::of).toList());
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
            case OfAccount(var account, var addresses) -> ProfileLine.of(account, addresses);
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
