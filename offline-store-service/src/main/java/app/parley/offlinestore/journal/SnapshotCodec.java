package app.parley.offlinestore.journal;

import app.parley.offlinestore.conversation.Gone;
import app.parley.offlinestore.conversation.Kind;
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

    private static final int VERSION = 6;
    private static final int VERSION_WITHOUT_KINDS = 5;
    private static final int VERSION_WITHOUT_GROUPS = 4;
    private static final int VERSION_WITHOUT_PUSH = 3;
    private static final int VERSION_WITHOUT_LISTS = 2;
    private static final int VERSION_WITHOUT_INDEX = 1;

    private static final Send NO_SEND = new Send(new UUID(0, 0), new UUID(0, 0), 0, 0, Kind.MESSAGE, null);

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
        out.number(state.timer());
        out.number(state.lastShown());
        out.number(state.lastShownAt());
        writeLast(state.last(), state.edit(), out);
        out.number(state.editSeq());
        writeAscending(state.quiet(), out);
        out.list(state.members(), member -> writeMember(member, out));
        writeSends(state.sends(), out);
        out.list(state.indexed(), these -> writeIndexed(these, out));
        out.list(state.gone(), user -> writeGone(user, out));
        out.octet(state.halved() ? 1 : 0);
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
        boolean hasKinds = version > VERSION_WITHOUT_KINDS;
        long timer = hasKinds ? in.number() : 0;
        long lastShown = hasKinds ? in.number() : 0;
        long lastShownAt = hasKinds ? in.number() : 0;
        Last last = hasKinds ? readLast(in, conversation) : Last.NONE;
        return new Snapshot(
                conversation,
                head,
                settled,
                wiped,
                retention,
                group,
                timer,
                lastShown,
                lastShownAt,
                last.message(),
                last.edit(),
                hasKinds ? in.number() : 0,
                hasKinds ? readAscending(in) : List.of(),
                in.list(() -> readMember(in, version, group)),
                readSends(in, hasKinds),
                version <= VERSION_WITHOUT_INDEX ? List.of() : in.list(() -> readIndexed(in)),
                hasKinds ? in.list(() -> readGone(in)) : List.of(),
                hasKinds && in.octet() == 1);
    }

    /** The last message of a state alone, whose content is to go by itself; it may be none. */
    public static ByteBuffer encodeLast(Snapshot state) {
        Encoder out = new Encoder();
        out.octet(VERSION);
        writeLast(state.last(), state.edit(), out);
        return out.toBuffer();
    }

    /** The state with the last message that was encoded alone. */
    public static Snapshot withLast(Snapshot state, ByteBuffer bytes) {
        Decoder in = new Decoder(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException("last message of version " + version + ", expected " + VERSION);
        }
        Last last = readLast(in, state.conversation());
        return state.withLast(last.message(), last.edit());
    }

    private static void writeLast(@Nullable Message last, @Nullable String edit, Encoder out) {
        out.octet(last == null ? 0 : edit == null ? 1 : 2);
        if (last == null) {
            return;
        }
        out.number(last.seq());
        out.id(last.id());
        out.id(last.sender());
        out.id(last.device());
        out.number(last.at().toEpochMilli());
        out.text(last.content());
        writeKind(last.kind(), out);
        writeTime(last.expires(), out);
        if (edit != null) {
            out.text(edit);
        }
    }

    private static Last readLast(Decoder in, UUID conversation) {
        int form = in.octet();
        if (form == 0) {
            return Last.NONE;
        }
        Message message = new Message(
                conversation,
                in.number(),
                in.id(),
                in.id(),
                in.id(),
                Instant.ofEpochMilli(in.number()),
                in.text(),
                readKind(in),
                0,
                readTime(in));
        return new Last(message, form == 2 ? in.text() : null);
    }

    private static void writeAscending(List<Long> seqs, Encoder out) {
        long[] before = {0};
        out.list(seqs, seq -> {
            out.number(seq - before[0]);
            before[0] = seq;
        });
    }

    private static List<Long> readAscending(Decoder in) {
        long[] before = {0};
        return in.list(() -> before[0] += in.number());
    }

    static void writeKind(Kind kind, Encoder out) {
        out.octet(
                switch (kind) {
                    case MESSAGE -> 0;
                    case NOTICE -> 1;
                    case REMARK -> 2;
                    case EDIT -> 3;
                    case DELETION -> 4;
                });
    }

    static Kind readKind(Decoder in) {
        int code = in.octet();
        return switch (code) {
            case 0 -> Kind.MESSAGE;
            case 1 -> Kind.NOTICE;
            case 2 -> Kind.REMARK;
            case 3 -> Kind.EDIT;
            case 4 -> Kind.DELETION;
            default -> throw new IllegalStateException("kind " + code + ", expected 0 to 4");
        };
    }

    /** Nothing happens at the beginning of 1970. */
    static void writeTime(@Nullable Instant time, Encoder out) {
        out.number(time == null ? 0 : time.toEpochMilli());
    }

    static @Nullable Instant readTime(Decoder in) {
        long millis = in.number();
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
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

    private static void writeMember(MemberPlace member, Encoder out) {
        out.id(member.user());
        out.number(member.delivered());
        out.number(member.read());
        out.octet(member.parked() ? 1 : 0);
        writeByDevice(member.cursors(), out);
        out.number(member.version());
        writeByDevice(member.lost(), out);
        out.number(member.pushed());
        writePush(member.push(), out);
        out.list(member.stays(), stay -> {
            out.number(stay.from());
            out.number(stay.to() == Stay.OPEN ? OPEN : stay.to());
        });
        out.number(member.sent());
    }

    /** In a direct conversation everybody was always there, as long as nothing could be withheld. */
    private static List<Stay> readStays(Decoder in, int version, long group) {
        return group == 0 && version <= VERSION_WITHOUT_KINDS
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
            return new MemberPlace(
                    user, cursors, delivered, read, 0, null, parked, 0, Map.of(), List.of(Stay.ALWAYS), 0);
        }
        long list = in.number();
        Map<UUID, Long> lost = readByDevice(in);
        long pushed = in.number();
        PushRange push = version <= VERSION_WITHOUT_PUSH ? null : readPush(in);
        List<Stay> stays = readStays(in, version, group);
        long sent = version <= VERSION_WITHOUT_KINDS ? 0 : in.number();
        return new MemberPlace(user, cursors, delivered, read, pushed, push, parked, list, lost, stays, sent);
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
        Send[] before = {NO_SEND};
        out.list(sends, send -> {
            out.number(numbers.getOrDefault(send.sender(), 0));
            out.id(send.id());
            out.number(send.seq() - before[0].seq());
            out.number(send.atMillis() - before[0].atMillis());
            writeKind(send.kind(), out);
            writeTime(send.expires(), out);
            before[0] = send;
        });
    }

    private static List<Send> readSends(Decoder in, boolean hasKinds) {
        List<UUID> senders = in.list(in::id);
        Send[] before = {NO_SEND};
        return in.list(() -> {
            UUID sender = senders.get(Math.toIntExact(in.number()));
            before[0] = new Send(
                    sender,
                    in.id(),
                    before[0].seq() + in.number(),
                    before[0].atMillis() + in.number(),
                    hasKinds ? readKind(in) : Kind.MESSAGE,
                    hasKinds ? readTime(in) : null);
            return before[0];
        });
    }

    static void writeGone(Gone user, Encoder out) {
        out.id(user.user());
        out.octet(user.erase() ? 1 : 0);
        out.number(user.upTo());
    }

    static Gone readGone(Decoder in) {
        return new Gone(in.id(), in.octet() == 1, in.number());
    }

    private static void writeIndexed(IndexedSends these, Encoder out) {
        out.id(these.sender());
        out.number(these.madeToMillis());
        out.octet(these.untimed() ? 1 : 0);
    }

    private static IndexedSends readIndexed(Decoder in) {
        return new IndexedSends(in.id(), in.number(), in.octet() == 1);
    }

    /** The last message of a state, and the content of its last edit. */
    private record Last(@Nullable Message message, @Nullable String edit) {

        private static final Last NONE = new Last(null, null);
    }
}
