package app.parley.offlinestore.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Outcome.AudienceUnknown;
import app.parley.offlinestore.conversation.Outcome.Everyone;
import app.parley.offlinestore.conversation.Outcome.OtherVersion;
import app.parley.offlinestore.conversation.Outcome.Progressed;
import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who comes into a group and who leaves it, and what each of them sees. */
class GroupTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID ANN = new UUID(2, 0);
    private static final UUID BEN = new UUID(2, 1);
    private static final UUID CLEO = new UUID(2, 2);
    private static final ConversationRules RULES = new ConversationRules(Retention.WIPE, 16, Duration.ofDays(30));

    private Conversation group = new Conversation(Snapshot.empty(ID), RULES, new WaitingUsers());
    private final Set<UUID> members = new HashSet<>();
    private long version;

    @Test
    void whoJoinsSeesTheirJoiningAndWhatFollows() {
        change(List.of(ANN, BEN), List.of());
        say(ANN);
        change(List.of(CLEO), List.of());
        say(ANN);

        assertThat(group.stays(ANN)).containsExactly(new Stay(1, Stay.OPEN));
        assertThat(group.stays(CLEO)).containsExactly(new Stay(3, Stay.OPEN));
        assertThat(position(CLEO)).isEqualTo(new Position(ID, 2, 4));
        assertThat(position(BEN)).isEqualTo(new Position(ID, 0, 4));
    }

    @Test
    void whoJoinsFromTheStartSeesAllThatIsKept() {
        change(List.of(ANN, BEN), List.of());
        say(ANN);
        change(List.of(CLEO), List.of(), true);

        assertThat(group.stays(CLEO)).containsExactly(new Stay(1, Stay.OPEN));
        assertThat(position(CLEO)).as("what is old does not come by itself").isEqualTo(new Position(ID, 2, 3));
    }

    @Test
    void whoIsRemovedSeesWhatWasSaidBeforeAndTheRemovalAndNothingElse() {
        change(List.of(ANN, BEN, CLEO), List.of());
        say(ANN);
        change(List.of(), List.of(BEN));
        say(ANN);

        assertThat(position(BEN)).isEqualTo(new Position(ID, 0, 3));
        assertThat(group.overdue())
                .filteredOn(overdue -> overdue.user().equals(BEN))
                .singleElement()
                .satisfies(overdue -> assertThat(overdue.head()).isEqualTo(3));
        assertThat(group.acknowledge(BEN, phone(BEN), 4)).isEqualTo(new Refused(Reason.SEQ_OUT_OF_RANGE));
        assertThat(group.acknowledge(BEN, phone(BEN), 3)).isInstanceOf(Progressed.class);
        assertThat(group.overdue()).noneMatch(overdue -> overdue.user().equals(BEN));
        assertThat(group.state(ANN, phone(ANN)).members())
                .extracting(Standing.MemberStanding::user)
                .containsExactlyInAnyOrder(ANN, CLEO);
        assertThat(group.refusal(message(BEN, version, null))).isEqualTo(new Refused(Reason.NOT_A_MEMBER));
    }

    @Test
    void whoHasGoneKeepsNothingFromBeingWiped() {
        change(List.of(ANN, BEN, CLEO), List.of());
        change(List.of(), List.of(BEN));
        say(ANN);
        group.acknowledge(ANN, phone(ANN), 3);
        group.acknowledge(CLEO, phone(CLEO), 3);
        assertThat(group.firstReadable())
                .as("Ben has not heard yet that he is out")
                .isEqualTo(1);

        group.acknowledge(BEN, phone(BEN), 2);

        assertThat(group.firstReadable()).isEqualTo(4);
        assertThat(group.snapshot().members())
                .extracting(Snapshot.MemberPlace::user)
                .containsExactlyInAnyOrder(ANN, CLEO);
    }

    @Test
    void whoComesBackDoesNotSeeWhatWasSaidMeanwhile() {
        change(List.of(ANN, BEN), List.of());
        change(List.of(), List.of(BEN));
        say(ANN);
        say(ANN);
        change(List.of(BEN), List.of());

        assertThat(group.stays(BEN)).containsExactly(new Stay(1, 2), new Stay(5, Stay.OPEN));
        assertThat(position(BEN)).as("the removal still waits").isEqualTo(new Position(ID, 0, 5));
        group.acknowledge(BEN, phone(BEN), 2);
        group.acknowledge(ANN, phone(ANN), 5);
        assertThat(group.firstReadable()).isEqualTo(5);
    }

    @Test
    void onlyTheVersionOfTheLogMayBeAppendedTo() {
        assertThat(group.refusal(message(ANN, 1, null))).isEqualTo(new OtherVersion(0));
        change(List.of(ANN, BEN), List.of());

        assertThat(group.refusal(message(ANN, 1, null))).isNull();
        assertThat(group.refusal(message(ANN, 2, null))).isEqualTo(new OtherVersion(1));
        assertThat(group.refusal(message(ANN, 0, null))).isEqualTo(new OtherVersion(1));
        assertThat(group.refusal(message(ANN, 1, new MembersChange(List.of(), List.of(), false))))
                .as("it is in the log already")
                .isEqualTo(new OtherVersion(1));
        assertThat(group.refusal(message(ANN, 2, new MembersChange(List.of(), List.of(), false))))
                .isNull();
    }

    @Test
    void anAudienceMakesNobodyAMember() {
        change(List.of(ANN), List.of());
        members.add(CLEO);
        say(ANN);

        assertThat(group.stays(CLEO)).isEmpty();
        assertThat(group.acknowledge(CLEO, phone(CLEO), 1)).isEqualTo(new Refused(Reason.NOT_A_MEMBER));
        assertThat(group.overdue()).extracting(Overdue::user).containsOnly(ANN);
    }

    @Test
    void whoComesBackAfterTheirTraceIsGoneHasTheSameInMemoryAndInAReplay() {
        change(List.of(ANN, BEN), List.of());
        change(List.of(), List.of(BEN));
        group.acknowledge(BEN, phone(BEN), 2);
        Snapshot before = group.snapshot();
        Conversation replayed = new Conversation(before, RULES, new WaitingUsers());

        members.add(BEN);
        Append comesBack = message(ANN, ++version, new MembersChange(List.of(BEN), List.of(), false));
        group.append(comesBack, Instant.EPOCH).forEach(replayed::apply);

        assertThat(replayed.snapshot().members()).isEqualTo(group.snapshot().members());
        group.durableTo(3);
        assertThat(position(BEN)).isEqualTo(new Position(ID, 2, 3));
    }

    @Test
    void howFarEverybodyIsIsSaidWhenItChanges() {
        change(List.of(ANN, BEN, CLEO), List.of());
        say(ANN);

        assertThat(group.acknowledge(BEN, phone(BEN), 1)).isEqualTo(new Progressed(1, 0, true, new Everyone(0, 0)));
        assertThat(group.acknowledge(BEN, phone(BEN), 2)).isEqualTo(new Progressed(2, 0, true, null));
        assertThat(group.acknowledge(CLEO, phone(CLEO), 2)).isEqualTo(new Progressed(2, 0, true, new Everyone(2, 0)));
        assertThat(group.markRead(CLEO, phone(CLEO), 2)).isEqualTo(new Progressed(2, 2, true, null));
        assertThat(group.markRead(BEN, phone(BEN), 1)).isEqualTo(new Progressed(2, 1, true, new Everyone(2, 1)));

        change(List.of(new UUID(2, 3)), List.of(BEN));
        assertThat(group.markRead(CLEO, phone(CLEO), 3))
                .as("who has gone does not count, nor what was before who has come")
                .isEqualTo(new Progressed(3, 3, true, new Everyone(2, 2)));
    }

    @Test
    void whoReadEverythingHasReadWhatTheySay() {
        change(List.of(ANN, BEN), List.of());
        group.markRead(ANN, phone(ANN), 1);
        group.markRead(BEN, phone(BEN), 1);
        say(BEN);

        assertThat(group.markRead(ANN, phone(ANN), 2)).isEqualTo(new Progressed(2, 2, true, new Everyone(2, 2)));
    }

    @Test
    void anAudienceThatIsKnownNeedNotBeListed() {
        change(List.of(ANN, BEN), List.of());
        assertThat(group.refusal(keyed(77, null))).isEqualTo(new AudienceUnknown());
        append(keyed(77, audience(7)));
        assertThat(group.refusal(keyed(76, null))).isEqualTo(new AudienceUnknown());
        append(keyed(77, null));
        assertThat(position(BEN)).isEqualTo(new Position(ID, 0, 3));

        append(keyed(75, audience(6)));
        assertThat(group.refusal(keyed(75, null))).as("an older list").isEqualTo(new AudienceUnknown());
        append(keyed(77, audience(7)));
        group.forget(BEN, phone(BEN), 8);
        assertThat(group.refusal(keyed(77, null))).as("a device is gone").isEqualTo(new AudienceUnknown());
    }

    @Test
    void whileADeviceMayBeGoneForGoodListsAreWanted() {
        change(List.of(ANN, BEN), List.of());
        append(keyed(
                77, List.of(new Recipient(ANN, 7, 1, List.of(phone(ANN))), new Recipient(BEN, 50, 50, List.of()))));

        assertThat(group.refusal(keyed(77, null))).isEqualTo(new AudienceUnknown());
    }

    private Append keyed(long key, @Nullable List<Recipient> audience) {
        return new Append(
                ID,
                UUID.randomUUID(),
                ANN,
                new UUID(0, 0),
                "text",
                audience,
                key,
                null,
                version,
                null,
                Kind.MESSAGE,
                null,
                false,
                null);
    }

    private List<Recipient> audience(long listVersion) {
        return members.stream()
                .map(user -> new Recipient(user, listVersion, 1, List.of(phone(user))))
                .toList();
    }

    @Test
    void aStateIsContinuedAsItWas() {
        change(List.of(ANN, BEN, CLEO), List.of());
        change(List.of(), List.of(BEN));
        say(ANN);
        Snapshot state = group.snapshot();

        group = new Conversation(state, RULES, new WaitingUsers());

        assertThat(group.snapshot()).isEqualTo(state);
        assertThat(position(BEN)).isEqualTo(new Position(ID, 0, 2));
        assertThat(group.refusal(message(ANN, version, null))).isNull();
    }

    private Position position(UUID user) {
        return group.position(user, phone(user));
    }

    private static UUID phone(UUID user) {
        return new UUID(3, user.getLeastSignificantBits());
    }

    private void say(UUID sender) {
        append(message(sender, version, null));
    }

    private void change(List<UUID> joined, List<UUID> left) {
        change(joined, left, false);
    }

    private void change(List<UUID> joined, List<UUID> left, boolean fromTheStart) {
        members.addAll(joined);
        append(message(ANN, ++version, new MembersChange(joined, left, fromTheStart)));
        left.forEach(members::remove);
    }

    private void append(Append message) {
        assertThat(group.refusal(message)).isNull();
        group.append(message, Instant.EPOCH);
        group.durableTo(group.head());
    }

    private Append message(UUID sender, long version, @Nullable MembersChange change) {
        return new Append(
                ID,
                UUID.randomUUID(),
                sender,
                new UUID(0, 0),
                "text",
                audience(7),
                0,
                null,
                version,
                change,
                Kind.MESSAGE,
                null,
                false,
                null);
    }
}
