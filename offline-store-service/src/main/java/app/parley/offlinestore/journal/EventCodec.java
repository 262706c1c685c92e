package app.parley.offlinestore.journal;

import app.parley.offlinestore.conversation.Event;
import app.parley.offlinestore.conversation.Event.AudienceChanged;
import app.parley.offlinestore.conversation.Event.Carried;
import app.parley.offlinestore.conversation.Event.DevicePlace;
import app.parley.offlinestore.conversation.Event.ListTaken;
import app.parley.offlinestore.conversation.Event.MemberProgressed;
import app.parley.offlinestore.conversation.Event.MessageAppended;
import app.parley.offlinestore.conversation.Event.UserForgotten;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.MembersChange;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Retention;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bytes of a flush: a version, and the events one after another, each with a tag. */
public final class EventCodec {

    private static final int VERSION = 5;
    private static final int VERSION_WITHOUT_KINDS = 4;
    private static final int VERSION_WITHOUT_GROUPS = 3;
    private static final int VERSION_WITHOUT_PUSH = 2;
    private static final int VERSION_WITHOUT_LISTS = 1;

    private EventCodec() {}

    public static ByteBuffer encode(Iterable<Event> events) {
        Encoder out = new Encoder();
        out.octet(VERSION);
        events.forEach(event -> write(event, out));
        return out.toBuffer();
    }

    public static List<Event> decode(ByteBuffer bytes) {
        Decoder in = new Decoder(bytes);
        int version = in.octet();
        if (version < VERSION_WITHOUT_LISTS || version > VERSION) {
            throw new IllegalStateException(
                    "flush of version " + version + ", expected " + VERSION_WITHOUT_LISTS + " to " + VERSION);
        }
        List<Event> events = new ArrayList<>();
        while (in.hasMore()) {
            events.add(read(in, version));
        }
        return events;
    }

    private static void write(Event event, Encoder out) {
        switch (event) {
            case MessageAppended appended -> write(appended, out);
            case AudienceChanged change -> write(change, out);
            case MemberProgressed progress -> write(progress, out);
            case Carried carried -> {
                out.octet(4);
                SnapshotCodec.write(carried.snapshot(), out);
            }
            case UserForgotten forgotten -> {
                out.octet(5);
                out.id(forgotten.conversation());
                SnapshotCodec.writeGone(forgotten.gone(), out);
            }
        }
    }

    private static Event read(Decoder in, int version) {
        int tag = in.octet();
        return switch (tag) {
            case 1 -> readAppended(in, version);
            case 2 -> readChange(in, version);
            case 3 -> readProgress(in, version);
            case 4 -> new Carried(SnapshotCodec.read(in));
            case 5 -> new UserForgotten(in.id(), SnapshotCodec.readGone(in));
            default -> throw new IllegalStateException("event with tag " + tag + ", expected 1 to 5");
        };
    }

    private static void write(MessageAppended appended, Encoder out) {
        Message message = appended.message();
        out.octet(1);
        out.id(message.conversation());
        out.number(message.seq());
        out.id(message.id());
        out.id(message.sender());
        out.id(message.device());
        out.number(message.at().toEpochMilli());
        out.text(message.content());
        SnapshotCodec.writeRetention(appended.retention(), out);
        out.number(appended.version());
        if (appended.version() > 0) {
            write(appended.change(), out);
        }
        SnapshotCodec.writeKind(message.kind(), out);
        out.number(message.of());
        SnapshotCodec.writeTime(message.expires(), out);
        out.octet(appended.withheld() ? 1 : 0);
        out.number(appended.timer() == null ? 0 : appended.timer() + 1);
    }

    private static void write(@Nullable MembersChange change, Encoder out) {
        out.octet(change == null ? 0 : change.fromTheStart() ? 2 : 1);
        if (change != null) {
            out.list(change.joined(), out::id);
            out.list(change.left(), out::id);
        }
    }

    private static @Nullable MembersChange readMembersChange(Decoder in) {
        int kind = in.octet();
        return kind == 0 ? null : new MembersChange(in.list(in::id), in.list(in::id), kind == 2);
    }

    private static MessageAppended readAppended(Decoder in, int version) {
        UUID conversation = in.id();
        long seq = in.number();
        UUID id = in.id();
        UUID sender = in.id();
        UUID device = in.id();
        Instant at = Instant.ofEpochMilli(in.number());
        String content = in.text();
        Retention retention = SnapshotCodec.readRetention(in);
        long group = version <= VERSION_WITHOUT_GROUPS ? 0 : in.number();
        MembersChange change = group == 0 ? null : readMembersChange(in);
        if (version <= VERSION_WITHOUT_KINDS) {
            Message message = new Message(conversation, seq, id, sender, device, at, content, Kind.MESSAGE, 0, null);
            return new MessageAppended(message, retention, group, change, false, null);
        }
        Kind kind = SnapshotCodec.readKind(in);
        Message message = new Message(
                conversation, seq, id, sender, device, at, content, kind, in.number(), SnapshotCodec.readTime(in));
        boolean withheld = in.octet() == 1;
        long timer = in.number();
        return new MessageAppended(message, retention, group, change, withheld, timer == 0 ? null : timer - 1);
    }

    private static void write(AudienceChanged change, Encoder out) {
        out.octet(2);
        out.id(change.conversation());
        out.list(change.joined(), place -> write(place, out));
        out.list(change.left(), place -> write(place, out));
        out.list(change.lists(), list -> write(list, out));
    }

    private static AudienceChanged readChange(Decoder in, int version) {
        UUID conversation = in.id();
        List<DevicePlace> joined = in.list(() -> readPlace(in));
        List<DevicePlace> left = in.list(() -> readPlace(in));
        List<ListTaken> lists = version <= VERSION_WITHOUT_LISTS ? List.of() : in.list(() -> readList(in));
        return new AudienceChanged(conversation, joined, left, lists);
    }

    private static void write(ListTaken list, Encoder out) {
        out.id(list.user());
        out.number(list.version());
        SnapshotCodec.writeByDevice(list.lost(), out);
    }

    private static ListTaken readList(Decoder in) {
        return new ListTaken(in.id(), in.number(), SnapshotCodec.readByDevice(in));
    }

    private static void write(MemberProgressed progress, Encoder out) {
        out.octet(3);
        out.id(progress.conversation());
        out.id(progress.user());
        SnapshotCodec.writeByDevice(progress.cursors(), out);
        out.number(progress.delivered());
        out.number(progress.read());
        out.number(progress.pushed());
        SnapshotCodec.writePush(progress.push(), out);
    }

    private static MemberProgressed readProgress(Decoder in, int version) {
        return new MemberProgressed(
                in.id(),
                in.id(),
                SnapshotCodec.readByDevice(in),
                in.number(),
                in.number(),
                version <= VERSION_WITHOUT_LISTS ? 0 : in.number(),
                version <= VERSION_WITHOUT_PUSH ? null : SnapshotCodec.readPush(in));
    }

    private static void write(DevicePlace place, Encoder out) {
        out.id(place.user());
        out.id(place.device());
        out.number(place.cursor());
    }

    private static DevicePlace readPlace(Decoder in) {
        return new DevicePlace(in.id(), in.id(), in.number());
    }
}
