package app.parley.offlinestore.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Snapshot.Send;
import app.parley.offlinestore.journal.EventCodec;
import app.parley.offlinestore.journal.SnapshotCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final UUID ID = new UUID(1, 1);
    private static final ConversationRules RULES = new ConversationRules(Retention.WIPE, 16, Duration.ofDays(30));

    private final WaitingUsers waiting = new WaitingUsers();
    private final Conversation conversation = new Conversation(Snapshot.empty(ID), RULES, waiting);

    @RepeatedTest(50)
    void whatHappenedGivesTheSameStateAgainFromAnyPointOn(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Event> events = new ArrayList<>();
        Snapshot base = Snapshot.empty(ID);
        int covered = 0;
        for (int i = 0; i < 200; i++) {
            events.addAll(act(random));
            conversation.durableTo(conversation.head());
            if (random.nextInt(40) == 0) {
                events.addAll(conversation.takeProgress());
                base = SnapshotCodec.decode(SnapshotCodec.encode(conversation.snapshot()));
                covered = events.size();
            }
        }
        events.addAll(conversation.takeProgress());

        Conversation replayed = new Conversation(base, RULES, new WaitingUsers());
        EventCodec.decode(EventCodec.encode(events.subList(covered, events.size())))
                .forEach(replayed::apply);

        assertThat(replayed.snapshot()).usingRecursiveComparison().isEqualTo(conversation.snapshot());
    }

    private List<Event> act(Random random) {
        UUID user = new UUID(2, random.nextInt(3));
        UUID device = new UUID(3, user.getLeastSignificantBits() * 4 + random.nextInt(3));
        long seq = 1 + random.nextLong(conversation.head() + 1);
        return switch (random.nextInt(4)) {
            case 0, 1 -> conversation.append(send(user, device, audience(random)), Instant.ofEpochMilli(1_000));
            case 2 -> {
                conversation.acknowledge(user, device, seq);
                yield List.of();
            }
            default -> {
                List<Event> events = new ArrayList<>(conversation.takeProgress());
                conversation.markRead(user, device, seq);
                events.addAll(conversation.takeProgress());
                events.addAll(
                        random.nextBoolean()
                                ? conversation.takeMailbox(user, device)
                                : conversation.forget(user, device, random.nextLong(40)));
                yield events;
            }
        };
    }

    private static List<Recipient> audience(Random random) {
        List<Recipient> audience = new ArrayList<>();
        for (int user = 0; user < 3; user++) {
            List<UUID> devices = new ArrayList<>();
            for (int device = 0; device < 3; device++) {
                if (random.nextInt(8) > 1) {
                    devices.add(new UUID(3, user * 4L + device));
                }
            }
            if (random.nextInt(8) > 0) {
                long version = random.nextLong(40);
                audience.add(new Recipient(new UUID(2, user), version, random.nextLong(version + 1), devices));
            }
        }
        return audience;
    }

    private static Append send(UUID user, UUID device, List<Recipient> audience) {
        return new Append(
                ID,
                UUID.randomUUID(),
                user,
                device,
                "text",
                audience,
                0,
                null,
                0,
                null,
                Kind.MESSAGE,
                null,
                false,
                null);
    }

    @Test
    void aMailboxKeepsWhatNoneOfAUsersDevicesGot() {
        UUID ann = new UUID(2, 0);
        UUID ben = new UUID(2, 1);
        UUID annsPhone = new UUID(3, 0);
        UUID bensPhone = new UUID(3, 4);
        List<Recipient> both =
                List.of(new Recipient(ann, 0, 0, List.of(annsPhone)), new Recipient(ben, 0, 0, List.of(bensPhone)));
        conversation.append(send(ann, annsPhone, both), Instant.EPOCH);
        conversation.append(send(ann, annsPhone, both), Instant.EPOCH);
        conversation.durableTo(2);
        conversation.acknowledge(ben, bensPhone, 1);

        List<Recipient> without = List.of(both.getFirst(), new Recipient(ben, 0, 0, List.of()));
        conversation.append(send(ann, annsPhone, without), Instant.EPOCH);
        conversation.durableTo(3);
        UUID bensNextPhone = new UUID(3, 5);
        conversation.takeMailbox(ben, bensNextPhone);

        assertThat(conversation.position(ben, bensNextPhone)).isEqualTo(new Position(ID, 1, 3));
        assertThat(waiting.of(ben)).containsExactly(conversation);
    }

    @Test
    void whatIsIndexedIsSuspectedAndWhatIsNewIsNot() {
        UUID ann = new UUID(2, 0);
        UUID ben = new UUID(2, 1);
        UUID madeAtTen = new UUID(10L << 16 | 0x7000, 1L << 63);
        UUID madeAtEleven = new UUID(11L << 16 | 0x7000, 1L << 63);
        UUID untimed = new UUID(0x4000, 1L << 63);
        conversation.append(send(ann, madeAtTen), Instant.EPOCH);
        conversation.append(send(ben, untimed), Instant.EPOCH);
        List<Send> sends = conversation.keptSendsBefore(3);
        assertThat(sends).extracting(Send::seq).containsExactly(1L, 2L);

        conversation.forgetSendsBefore(3, sends);

        Snapshot saved = SnapshotCodec.decode(SnapshotCodec.encode(conversation.snapshot()));
        Conversation restored = new Conversation(saved, RULES, new WaitingUsers());
        assertThat(restored.find(new SendKey(ann, madeAtTen))).isNull();
        assertThat(restored.mayBeIndexed(new SendKey(ann, madeAtTen))).isTrue();
        assertThat(restored.mayBeIndexed(new SendKey(ann, madeAtEleven))).isFalse();
        assertThat(restored.mayBeIndexed(new SendKey(ann, untimed))).isFalse();
        assertThat(restored.mayBeIndexed(new SendKey(ben, untimed))).isTrue();
        assertThat(restored.mayBeIndexed(new SendKey(ben, madeAtTen))).isFalse();
    }

    private static Append send(UUID user, UUID id) {
        return new Append(
                ID,
                id,
                user,
                user,
                "text",
                List.of(new Recipient(new UUID(2, 3), 0, 0, List.of())),
                0,
                null,
                0,
                null,
                Kind.MESSAGE,
                null,
                false,
                null);
    }

    @Test
    void whoWasFoundOnAListThatMayBeOldIsListedAgainIfSomethingWaits() {
        UUID ann = new UUID(2, 0);
        UUID ben = new UUID(2, 1);
        UUID bensPhone = new UUID(3, 1);
        List<Recipient> audience =
                List.of(new Recipient(ann, 0, 0, List.of(ann)), new Recipient(ben, 0, 0, List.of(bensPhone)));
        conversation.append(send(ann, ann, audience), Instant.EPOCH);
        conversation.durableTo(1);
        conversation.settledTo(1, 1);

        conversation.foundListed(ben);
        assertThat(conversation.usersToPark()).containsExactly(ben);
        assertThat(conversation.usersToUnpark()).isEmpty();

        conversation.acknowledge(ben, bensPhone, 1);
        assertThat(conversation.usersToUnpark()).containsExactly(ben);
        conversation.parked(ben, false);
        assertThat(conversation.usersToUnpark()).isEmpty();
    }

    @Test
    void aStateHasTheSendsThatNoJournalHasAnyMore() {
        UUID ann = new UUID(2, 0);
        List<Recipient> audience = List.of(new Recipient(ann, 0, 0, List.of()));
        conversation.append(send(ann, ann, audience), Instant.EPOCH);
        conversation.settledTo(1, 1);
        for (int i = 2; i <= 40; i++) {
            conversation.append(send(ann, ann, audience), Instant.EPOCH);
        }

        assertThat(conversation.snapshot().sends())
                .extracting(Send::seq)
                .startsWith(1L, 25L)
                .hasSize(17);
    }

    @Test
    void nothingThatIsNotDurableIsSeen() {
        UUID ann = new UUID(2, 0);
        UUID ben = new UUID(2, 1);
        conversation.append(
                send(
                        ann,
                        new UUID(3, 0),
                        List.of(
                                new Recipient(ann, 0, 0, List.of(new UUID(3, 0))),
                                new Recipient(ben, 0, 0, List.of(new UUID(3, 4))))),
                Instant.EPOCH);

        assertThat(conversation.tail().recentFrom(1, 10)).isEmpty();
        assertThat(conversation.position(ben, new UUID(3, 4))).isEqualTo(new Position(ID, 0, 0));

        conversation.durableTo(1);

        assertThat(conversation.tail().recentFrom(1, 10)).hasSize(1);
        assertThat(conversation.tail().recentBackFrom(1, 10)).hasSize(1);
    }
}
