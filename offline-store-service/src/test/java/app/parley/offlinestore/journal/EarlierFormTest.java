package app.parley.offlinestore.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Event.AudienceChanged;
import app.parley.offlinestore.conversation.Event.Carried;
import app.parley.offlinestore.conversation.Event.DevicePlace;
import app.parley.offlinestore.conversation.Event.MemberProgressed;
import app.parley.offlinestore.conversation.Event.MessageAppended;
import app.parley.offlinestore.conversation.Event.UserForgotten;
import app.parley.offlinestore.conversation.Gone;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.MembersChange;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.PushRange;
import app.parley.offlinestore.conversation.Retention;
import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.conversation.Snapshot.IndexedSends;
import app.parley.offlinestore.conversation.Snapshot.MemberPlace;
import app.parley.offlinestore.conversation.Snapshot.Send;
import app.parley.offlinestore.conversation.Stay;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was written before there were versions of device lists, or pushes on their way, is read as having none. */
class EarlierFormTest {

    private static final String STATE =
            "020000000000000001000000000000000107050202010000000000000002000000000000000107030101000000000000"
                    + "0003000000000000000106010000000000000002000000000000000101000000000000000004000000000000000107e8"
                    + "0701000000000000000200000000000000010c01";
    private static final String FLUSH =
            "010200000000000000010000000000000001010000000000000002000000000000000100000000000000030000000000"
                    + "000001060100000000000000020000000000000001000000000000000300000000000000020501000000000000000100"
                    + "000000000000010800000000000000040000000000000001000000000000000200000000000000010000000000000003"
                    + "0000000000000001d00f0474657874000402000000000000000100000000000000010705020201000000000000000200"
                    + "000000000000010703010100000000000000030000000000000001060100000000000000020000000000000001010000"
                    + "00000000000004000000000000000107e80701000000000000000200000000000000010c01";

    private static final String STATE_WITHOUT_PUSH =
            "030000000000000001000000000000000107050202010000000000000002000000000000000107030101000000000000"
                    + "0003000000000000000106090100000000000000030000000000000002e8070401000000000000000200000000000000"
                    + "0101000000000000000004000000000000000107e80701000000000000000200000000000000010c01";
    private static final String FLUSH_WITHOUT_PUSH =
            "020300000000000000010000000000000001000000000000000200000000000000010100000000000000030000000000"
                    + "000001060703040403000000000000000100000000000000010705020201000000000000000200000000000000010703"
                    + "01010000000000000003000000000000000106090100000000000000030000000000000002e807040100000000000000"
                    + "02000000000000000101000000000000000004000000000000000107e80701000000000000000200000000000000010c"
                    + "01";

    private static final String STATE_WITHOUT_KINDS =
            "050000000000000001000000000000000107050202000100000000000000020000000000000001070301010000000000"
                    + "000003000000000000000106090004000001000000000000000200000000000000010100000000000000000400000000"
                    + "0000000107e80701000000000000000200000000000000010c01";
    private static final String FLUSH_WITHOUT_KINDS =
            "040100000000000000010000000000000001080000000000000004000000000000000100000000000000020000000000"
                    + "00000100000000000000030000000000000001d00f047465787401030201000000000000000200000000000000010100"
                    + "000000000000040000000000000001040500000000000000010000000000000001070502010301000000000000000200"
                    + "000000000000010703010100000000000000030000000000000001060900040000020104060001000000000000000200"
                    + "0000000000000101000000000000000004000000000000000107e80700";

    private static final List<Stay> ALWAYS = List.of(Stay.ALWAYS);
    private static final UUID CONVERSATION = new UUID(1, 1);
    private static final UUID USER = new UUID(2, 1);
    private static final UUID DEVICE = new UUID(3, 1);
    private static final UUID SEND = new UUID(4, 1);
    private static final Snapshot SNAPSHOT = new Snapshot(
            CONVERSATION,
            7,
            5,
            2,
            Retention.ARCHIVE,
            0,
            0,
            0,
            0,
            null,
            null,
            0,
            List.of(),
            List.of(new MemberPlace(USER, Map.of(DEVICE, 6L), 7, 3, 0, null, true, 0, Map.of(), ALWAYS, 0)),
            List.of(new Send(USER, SEND, 7, 1000, Kind.MESSAGE, null)),
            List.of(new IndexedSends(USER, 12, true)),
            List.of(),
            false);

    @Test
    void aState() {
        assertThat(SnapshotCodec.decode(bytes(STATE))).isEqualTo(SNAPSHOT);
    }

    @Test
    void aFlush() {
        assertThat(EventCodec.decode(bytes(FLUSH)))
                .containsExactly(
                        new AudienceChanged(
                                CONVERSATION,
                                List.of(new DevicePlace(USER, DEVICE, 6)),
                                List.of(new DevicePlace(USER, new UUID(3, 2), 5)),
                                List.of()),
                        new MessageAppended(
                                new Message(
                                        CONVERSATION,
                                        8,
                                        SEND,
                                        USER,
                                        DEVICE,
                                        Instant.ofEpochMilli(2000),
                                        "text",
                                        Kind.MESSAGE,
                                        0,
                                        null),
                                null,
                                0,
                                null,
                                false,
                                null),
                        new Carried(SNAPSHOT));
    }

    @Test
    void aStateWithoutAPushOnItsWay() {
        assertThat(SnapshotCodec.decode(bytes(STATE_WITHOUT_PUSH))).isEqualTo(withPush(null));
    }

    @Test
    void aFlushWithoutAPushOnItsWay() {
        assertThat(EventCodec.decode(bytes(FLUSH_WITHOUT_PUSH)))
                .containsExactly(progress(null), new Carried(withPush(null)));
    }

    @Test
    void aPushOnItsWayIsReadAsItWasWritten() {
        PushRange push = new PushRange(5, 700);
        assertThat(EventCodec.decode(EventCodec.encode(List.of(progress(push), new Carried(withPush(push))))))
                .containsExactly(progress(push), new Carried(withPush(push)));
    }

    @Test
    void aStateWithoutKinds() {
        MemberPlace place = new MemberPlace(USER, Map.of(DEVICE, 6L), 7, 3, 4, null, true, 9, Map.of(), ALWAYS, 0);
        assertThat(SnapshotCodec.decode(bytes(STATE_WITHOUT_KINDS)))
                .isEqualTo(new Snapshot(
                        CONVERSATION,
                        7,
                        5,
                        2,
                        Retention.ARCHIVE,
                        0,
                        0,
                        0,
                        0,
                        null,
                        null,
                        0,
                        List.of(),
                        List.of(place),
                        List.of(new Send(USER, SEND, 7, 1000, Kind.MESSAGE, null)),
                        List.of(new IndexedSends(USER, 12, true)),
                        List.of(),
                        false));
    }

    @Test
    void aFlushOfAGroupWithoutKinds() {
        MemberPlace place = new MemberPlace(
                USER,
                Map.of(DEVICE, 6L),
                7,
                3,
                4,
                null,
                true,
                9,
                Map.of(),
                List.of(new Stay(1, 4), new Stay(6, Stay.OPEN)),
                0);
        assertThat(EventCodec.decode(bytes(FLUSH_WITHOUT_KINDS)))
                .containsExactly(
                        new MessageAppended(
                                new Message(
                                        CONVERSATION,
                                        8,
                                        SEND,
                                        USER,
                                        DEVICE,
                                        Instant.ofEpochMilli(2000),
                                        "text",
                                        Kind.MESSAGE,
                                        0,
                                        null),
                                Retention.WIPE,
                                3,
                                new MembersChange(List.of(USER), List.of(SEND), true),
                                false,
                                null),
                        new Carried(new Snapshot(
                                CONVERSATION,
                                7,
                                5,
                                2,
                                Retention.WIPE,
                                3,
                                0,
                                0,
                                0,
                                null,
                                null,
                                0,
                                List.of(),
                                List.of(place),
                                List.of(new Send(USER, SEND, 7, 1000, Kind.MESSAGE, null)),
                                List.of(),
                                List.of(),
                                false)));
    }

    @Test
    void whatIsNewIsReadAsItWasWritten() {
        Message last = new Message(
                CONVERSATION,
                7,
                SEND,
                USER,
                DEVICE,
                Instant.ofEpochMilli(1000),
                "text",
                Kind.MESSAGE,
                0,
                Instant.ofEpochMilli(9000));
        Carried carried = new Carried(new Snapshot(
                CONVERSATION,
                9,
                5,
                2,
                null,
                0,
                86400,
                7,
                1000,
                last,
                "edit",
                0,
                List.of(3L, 8L, 9L),
                List.of(),
                List.of(new Send(USER, SEND, 7, 1000, Kind.DELETION, null)),
                List.of(),
                List.of(new Gone(USER, true, 9)),
                true));
        MessageAppended deletion = new MessageAppended(
                new Message(
                        CONVERSATION,
                        9,
                        SEND,
                        USER,
                        DEVICE,
                        Instant.ofEpochMilli(2000),
                        "gone",
                        Kind.DELETION,
                        7,
                        null),
                null,
                0,
                null,
                true,
                60L);
        UserForgotten forgotten = new UserForgotten(CONVERSATION, new Gone(USER, false, 9));

        assertThat(EventCodec.decode(EventCodec.encode(List.of(deletion, forgotten, carried))))
                .containsExactly(deletion, forgotten, carried);
    }

    @Test
    void aGroupIsReadAsItWasWritten() {
        MessageAppended appended = new MessageAppended(
                new Message(
                        CONVERSATION, 8, SEND, USER, DEVICE, Instant.ofEpochMilli(2000), "text", Kind.MESSAGE, 0, null),
                Retention.WIPE,
                3,
                new MembersChange(List.of(USER), List.of(SEND), true),
                false,
                null);
        MemberPlace place = new MemberPlace(
                USER,
                Map.of(DEVICE, 6L),
                7,
                3,
                4,
                null,
                true,
                9,
                Map.of(),
                List.of(new Stay(1, 4), new Stay(6, Stay.OPEN)),
                0);
        Carried carried = new Carried(new Snapshot(
                CONVERSATION,
                7,
                5,
                2,
                Retention.WIPE,
                3,
                0,
                0,
                0,
                null,
                null,
                0,
                List.of(),
                List.of(place),
                List.of(),
                List.of(),
                List.of(),
                false));

        assertThat(EventCodec.decode(EventCodec.encode(List.of(appended, carried))))
                .containsExactly(appended, carried);
    }

    private static MemberProgressed progress(PushRange push) {
        return new MemberProgressed(CONVERSATION, USER, Map.of(DEVICE, 6L), 7, 3, 4, push);
    }

    private static Snapshot withPush(PushRange push) {
        MemberPlace place = new MemberPlace(
                USER, Map.of(DEVICE, 6L), 7, 3, 4, push, true, 9, Map.of(new UUID(3, 2), 1000L), ALWAYS, 0);
        return new Snapshot(
                CONVERSATION,
                7,
                5,
                2,
                Retention.ARCHIVE,
                0,
                0,
                0,
                0,
                null,
                null,
                0,
                List.of(),
                List.of(place),
                List.of(new Send(USER, SEND, 7, 1000, Kind.MESSAGE, null)),
                List.of(new IndexedSends(USER, 12, true)),
                List.of(),
                false);
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}
