package app.parley.offlinestore.journal;

import app.parley.offlinestore.conversation.PushRange;
import app.parley.offlinestore.conversation.Retention;
import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.conversation.Snapshot.IndexedSends;
import app.parley.offlinestore.conversation.Snapshot.MemberPlace;
import app.parley.offlinestore.conversation.Snapshot.Send;
import app.parley.offlinestore.conversation.Stay;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a conversation's state. The senders stand once, in a table of their own, and sequence numbers and times
 * as differences: the sends are the larger part of a state, and it is written again and again.
 */
public final class SnapshotCodec {

    private static final int VERSION = 5;
    private static final int VERSION_WITHOUT_GROUPS = 4;
    private static final int VERSION_WITHOUT_PUSH = 3;
    private static final int VERSION_WITHOUT_LISTS = 2;
    private static final int VERSION_WITHOUT_INDEX = 1;

    /** A stay that lasts; sequence numbers begin with 1. */
    private static final long OPEN = 0;

    private SnapshotCodec() {}

    public static ByteBuffer encode(Snapshot state) {
        Encoder out = new Encoder();
        write(state, out);
        return out.toBuffer();
    }

    public static Snapshot decode(ByteBuffer bytes) {
        return read(new Decoder(bytes));
    }

    static void write(Snapshot state, Encoder out) {
        out.octet(VERSION);
        out.id(state.conversation());
        out.number(state.head());
        out.number(state.settled());
        out.number(state.wiped());
        writeRetention(state.retention(), out);
        out.number(state.version());
        out.list(state.members(), member -> writeMember(member, state.version(), out));
        writeSends(state.sends(), out);
        out.list(state.indexed(), these -> writeIndexed(these, out));
    }

    static Snapshot read(Decoder in) {
        int version = in.octet();
        if (version < VERSION_WITHOUT_INDEX || version > VERSION) {
            throw new IllegalStateException(
                    "state of version " + version + ", expected " + VERSION_WITHOUT_INDEX + " to " + VERSION);
        }
        UUID conversation = in.id();
        long head = in.number();
        long settled = in.number();
        long wiped = in.number();
        Retention retention = readRetention(in);
        long group = version <= VERSION_WITHOUT_GROUPS ? 0 : in.number();
        return new Snapshot(
                conversation,
                head,
                settled,
                wiped,
                retention,
                group,
                in.list(() -> readMember(in, version, group)),
                readSends(in),
                version <= VERSION_WITHOUT_INDEX ? List.of() : in.list(() -> readIndexed(in)));
    }

    static void writeRetention(@Nullable Retention retention, Encoder out) {
        out.octet(
                switch (retention) {
                    case null -> 0;
                    case WIPE -> 1;
                    case ARCHIVE -> 2;
                });
    }

    static @Nullable Retention readRetention(Decoder in) {
        int code = in.octet();
        return switch (code) {
            case 0 -> null;
            case 1 -> Retention.WIPE;
            case 2 -> Retention.ARCHIVE;
            default -> throw new IllegalStateException("retention " + code + ", expected 0 to 2");
        };
    }

    private static void writeMember(MemberPlace member, long group, Encoder out) {
        out.id(member.user());
        out.number(member.delivered());
        out.number(member.read());
        out.octet(member.parked() ? 1 : 0);
        writeByDevice(member.cursors(), out);
        out.number(member.version());
        writeByDevice(member.lost(), out);
        out.number(member.pushed());
        writePush(member.push(), out);
        if (group > 0) {
            out.list(member.stays(), stay -> {
                out.number(stay.from());
                out.number(stay.to() == Stay.OPEN ? OPEN : stay.to());
            });
        }
    }

    /** In a direct conversation everybody has always been there. */
    private static List<Stay> readStays(Decoder in, long group) {
        return group == 0
                ? List.of(Stay.ALWAYS)
                : in.list(() -> {
                    long from = in.number();
                    long to = in.number();
                    return new Stay(from, to == OPEN ? Stay.OPEN : to);
                });
    }

    private static MemberPlace readMember(Decoder in, int version, long group) {
        UUID user = in.id();
        long delivered = in.number();
        long read = in.number();
        boolean parked = in.octet() == 1;
        Map<UUID, Long> cursors = readByDevice(in);
        if (version <= VERSION_WITHOUT_LISTS) {
            return new MemberPlace(user, cursors, delivered, read, 0, null, parked, 0, Map.of(), List.of(Stay.ALWAYS));
        }
        long list = in.number();
        Map<UUID, Long> lost = readByDevice(in);
        long pushed = in.number();
        PushRange push = version <= VERSION_WITHOUT_PUSH ? null : readPush(in);
        List<Stay> stays = readStays(in, group);
        return new MemberPlace(user, cursors, delivered, read, pushed, push, parked, list, lost, stays);
    }

    /** Sequence numbers begin with 1. */
    static void writePush(@Nullable PushRange push, Encoder out) {
        out.number(push == null ? 0 : push.from());
        out.number(push == null ? 0 : push.to());
    }

    static @Nullable PushRange readPush(Decoder in) {
        PushRange push = new PushRange(in.number(), in.number());
        return push.from() == 0 ? null : push;
    }

    static void writeByDevice(Map<UUID, Long> numbers, Encoder out) {
        out.list(numbers.entrySet(), number -> {
            out.id(number.getKey());
            out.number(number.getValue());
        });
    }

    static Map<UUID, Long> readByDevice(Decoder in) {
        Map<UUID, Long> numbers = new HashMap<>();
        in.list(() -> numbers.put(in.id(), in.number()));
        return numbers;
    }

    private static void writeSends(List<Send> sends, Encoder out) {
        List<UUID> senders = sends.stream().map(Send::sender).distinct().toList();
        Map<UUID, Integer> numbers = new HashMap<>();
        senders.forEach(sender -> numbers.put(sender, numbers.size()));
        out.list(senders, out::id);
        Send[] before = {new Send(new UUID(0, 0), new UUID(0, 0), 0, 0)};
        out.list(sends, send -> {
            out.number(numbers.getOrDefault(send.sender(), 0));
            out.id(send.id());
            out.number(send.seq() - before[0].seq());
            out.number(send.atMillis() - before[0].atMillis());
            before[0] = send;
        });
    }

    private static List<Send> readSends(Decoder in) {
        List<UUID> senders = in.list(in::id);
        Send[] before = {new Send(new UUID(0, 0), new UUID(0, 0), 0, 0)};
        return in.list(() -> {
            UUID sender = senders.get(Math.toIntExact(in.number()));
            before[0] = new Send(sender, in.id(), before[0].seq() + in.number(), before[0].atMillis() + in.number());
            return before[0];
        });
    }

    private static void writeIndexed(IndexedSends these, Encoder out) {
        out.id(these.sender());
        out.number(these.madeToMillis());
        out.octet(these.untimed() ? 1 : 0);
    }

    private static IndexedSends readIndexed(Decoder in) {
        return new IndexedSends(in.id(), in.number(), in.octet() == 1);
    }
}
