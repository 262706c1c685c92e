package app.parley.chat;

import app.parley.offlinestore.api.Command;
import app.parley.offlinestore.api.ConversationState;
import app.parley.offlinestore.api.ConversationState.Progress;
import app.parley.offlinestore.api.Kind;
import app.parley.offlinestore.api.MembersChange;
import app.parley.offlinestore.api.Outcome;
import app.parley.offlinestore.api.Overdue;
import app.parley.offlinestore.api.Position;
import app.parley.offlinestore.api.Recipient;
import app.parley.offlinestore.api.Reference;
import app.parley.offlinestore.api.StoredMessage;
import app.parley.presence.api.Device;
import app.parley.profile.api.GroupChange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What offline-store-service promises, in the fewest words. */
final class StoreModel {

    private final Map<UUID, List<StoredMessage>> logs = new HashMap<>();
    /** By conversation and device. */
    private final Map<List<UUID>, Long> cursors = new HashMap<>();
    /** By conversation and user: delivered, and read. */
    private final Map<List<UUID>, long[]> progress = new HashMap<>();

    /** By conversation and user. */
    private final Map<List<UUID>, Long> pushed = new HashMap<>();

    /** By conversation and user. */
    private final Map<List<UUID>, Outcome.PushStarted> started = new HashMap<>();

    /** By group: what stands for the audience that is known. */
    private final Map<UUID, Long> keys = new HashMap<>();

    private int lists;

    /** By group: the version of its log, and who is in it. */
    private final Map<UUID, Long> versions = new HashMap<>();

    private final Map<UUID, Set<UUID>> members = new HashMap<>();

    /** By group and user who has left: the last message that they see. */
    private final Map<List<UUID>, Long> ends = new HashMap<>();

    private Runnable whenPushStarts = () -> {};
    private int notesToLose;

    /** By user: the newest list of devices that this store knows, and the version of the last that came. */
    private final Map<UUID, Recipient> newest = new HashMap<>();

    private final Map<UUID, Long> lastVersion = new HashMap<>();
    private int largestBatch;

    /** As JSON: the types of the outcomes are written only where it is known that they are outcomes. */
    synchronized byte[] apply(JsonMapper json, byte[] body) {
        Command[] commands = json.readValue(body, Command[].class);
        largestBatch = Math.max(largestBatch, commands.length);
        List<Outcome> outcomes = new ArrayList<>();
        for (Command command : commands) {
            outcomes.add(
                    switch (command) {
                        case Command.Append append -> append(append);
                        case Command.Acknowledge ack ->
                            progress(ack.conversation(), ack.user(), ack.device(), ack.seq(), false);
                        case Command.MarkRead read ->
                            progress(read.conversation(), read.user(), read.device(), read.seq(), true);
                        case Command.StartPush push -> startPush(push);
                        case Command.NotePush push -> notePush(push);
                    });
        }
        return json.writerFor(new TypeReference<List<Outcome>>() {}).writeValueAsBytes(outcomes);
    }

    private Outcome append(Command.Append append) {
        List<StoredMessage> log = logs.computeIfAbsent(append.conversation(), _ -> new ArrayList<>());
        for (StoredMessage message : log) {
            if (message.id().equals(append.id()) && message.sender().equals(append.sender())) {
                return new Outcome.Appended(message.seq(), message.at(), true, List.of());
            }
        }
        long version = versions.getOrDefault(append.conversation(), 0L);
        if (version != (append.change() == null ? append.version() : append.version() - 1)) {
            return new Outcome.OtherVersion(version);
        }
        Outcome fault = fault(append, log);
        if (fault != null) {
            return fault;
        }
        if (append.audience() == null && keys.getOrDefault(append.conversation(), 0L) != append.audienceKey()) {
            return new Outcome.AudienceUnknown();
        }
        keys.put(append.conversation(), append.audienceKey());
        change(append);
        List<UUID> outdated = new ArrayList<>();
        List<Recipient> audience = append.audience() == null ? List.of() : append.audience();
        lists += append.audience() == null ? 0 : 1;
        audience.forEach(recipient -> {
            lastVersion.put(recipient.user(), recipient.version());
            if (recipient.version()
                    < newest.getOrDefault(recipient.user(), recipient).version()) {
                outdated.add(recipient.user());
            }
        });
        audience.stream()
                .map(recipient -> newest.getOrDefault(recipient.user(), recipient))
                .forEach(recipient -> recipient
                        .devices()
                        .forEach(device ->
                                cursors.putIfAbsent(List.of(append.conversation(), device), (long) log.size())));
        StoredMessage message = new StoredMessage(
                append.conversation(),
                log.size() + 1,
                append.id(),
                append.sender(),
                append.device(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                append.content());
        cursors.replace(List.of(append.conversation(), append.device()), message.seq() - 1, message.seq());
        log.add(message);
        return new Outcome.Appended(message.seq(), message.at(), false, outdated);
    }

    private static @Nullable Outcome fault(Command.Append append, List<StoredMessage> log) {
        Reference reference = append.reference();
        if (reference == null) {
            return null;
        }
        if (reference.seq() > log.size()) {
            return new Outcome.Refused(Outcome.Reason.NO_SUCH_MESSAGE);
        }
        StoredMessage origin = log.get((int) reference.seq() - 1);
        if (reference.own() && !origin.sender().equals(append.sender())) {
            return new Outcome.Refused(Outcome.Reason.NOT_OWN);
        }
        boolean late = reference.withinMillis() > 0
                && origin.at().plusMillis(reference.withinMillis()).isBefore(Instant.now());
        return late ? new Outcome.Refused(Outcome.Reason.TOO_LATE) : null;
    }

    private void change(Command.Append append) {
        versions.put(append.conversation(), append.version());
        if (append.change() != null) {
            Set<UUID> its = members.computeIfAbsent(append.conversation(), _ -> new HashSet<>());
            its.addAll(append.change().joined());
            append.change().left().forEach(its::remove);
            long place = head(append.conversation()) + 1;
            append.change().joined().forEach(user -> ends.remove(List.of(append.conversation(), user)));
            append.change().left().forEach(user -> ends.put(List.of(append.conversation(), user), place));
        }
    }

    /** A change of a group that another node brings. */
    synchronized void take(GroupChange change) {
        append(new Command.Append(
                change.conversation(),
                change.id(),
                change.actor(),
                new UUID(0, 0),
                change.content(),
                List.of(),
                0,
                null,
                change.version(),
                new MembersChange(change.joined(), change.left(), false),
                Kind.MESSAGE,
                null,
                false,
                null));
    }

    /** How many messages came with the list of their audience. */
    synchronized int lists() {
        return lists;
    }

    /** The version of a group's log. */
    synchronized long version(UUID group) {
        return versions.getOrDefault(group, 0L);
    }

    /** Another node knows these devices. */
    synchronized void learn(Recipient list) {
        newest.put(list.user(), list);
    }

    /** The version of the last list that came of this user's devices. */
    synchronized long lastVersion(UUID user) {
        return lastVersion.getOrDefault(user, 0L);
    }

    /** A message that another node took, and whose hand-over was lost. */
    synchronized void appendBehindTheBack(UUID conversation, Device sender) {
        append(new Command.Append(
                conversation,
                UUID.randomUUID(),
                sender.user(),
                sender.device(),
                "{\"type\":\"x\"}",
                List.of(),
                0,
                null,
                0,
                null,
                Kind.MESSAGE,
                null,
                false,
                null));
    }

    /** So many messages that wait for each of these. */
    synchronized void fill(UUID conversation, Device sender, Device[] recipients, int messages, String text) {
        for (Device recipient : recipients) {
            cursors.put(List.of(conversation, recipient.device()), 0L);
        }
        for (int i = 0; i < messages; i++) {
            append(new Command.Append(
                    conversation,
                    UUID.randomUUID(),
                    sender.user(),
                    sender.device(),
                    "{\"type\":\"text\",\"text\":\"" + text + "\"}",
                    List.of(),
                    0,
                    null,
                    0,
                    null,
                    Kind.MESSAGE,
                    null,
                    false,
                    null));
        }
    }

    private Outcome progress(UUID conversation, UUID user, UUID device, long seq, boolean read) {
        if (!cursors.containsKey(List.of(conversation, device))) {
            return new Outcome.Refused(Outcome.Reason.NOT_A_MEMBER);
        }
        if (seq < 1 || seq > head(conversation)) {
            return new Outcome.Refused(Outcome.Reason.SEQ_OUT_OF_RANGE);
        }
        cursors.merge(List.of(conversation, device), seq, Math::max);
        long[] known = progress.computeIfAbsent(List.of(conversation, user), _ -> new long[2]);
        long[] before = everyone(conversation);
        boolean changed = seq > known[0] || (read && seq > known[1]);
        known[0] = Math.max(known[0], seq);
        known[1] = read ? Math.max(known[1], seq) : known[1];
        long[] now = everyone(conversation);
        return new Outcome.Progressed(
                known[0], known[1], changed, Arrays.equals(before, now) ? null : new Outcome.Everyone(now[0], now[1]));
    }

    private long[] everyone(UUID conversation) {
        long[] lowest = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (UUID user : members.getOrDefault(conversation, Set.of())) {
            long[] its = progress.getOrDefault(List.of(conversation, user), new long[2]);
            lowest[0] = Math.min(lowest[0], its[0]);
            lowest[1] = Math.min(lowest[1], its[1]);
        }
        return lowest;
    }

    private Outcome startPush(Command.StartPush push) {
        whenPushStarts.run();
        List<UUID> place = List.of(push.conversation(), push.user());
        long reached = reached(place);
        Outcome.PushStarted before = started.get(place);
        if (before != null && before.toSeq() > reached) {
            return before;
        }
        if (reached >= head(push.conversation())) {
            return new Outcome.Progressed(0, 0, false, null);
        }
        Outcome.PushStarted now = new Outcome.PushStarted(reached + 1, head(push.conversation()));
        started.put(place, now);
        return now;
    }

    /** What happens just before a push is started. */
    synchronized void whenPushStarts(Runnable task) {
        whenPushStarts = task;
    }

    /** So many notes of pushes come to nothing, as if the node had died before it could write them. */
    synchronized void loseNotesOfPushes(int many) {
        notesToLose = many;
    }

    private Outcome notePush(Command.NotePush push) {
        if (notesToLose > 0) {
            notesToLose--;
            return new Outcome.Refused(Outcome.Reason.UNAVAILABLE);
        }
        pushed.merge(List.of(push.conversation(), push.user()), push.seq(), Math::max);
        return new Outcome.Progressed(0, 0, true, null);
    }

    /** What some devices of a user lack, as if all of it were overdue. */
    synchronized List<Overdue> overdue(UUID user, List<UUID> devices, boolean again) {
        Map<UUID, List<UUID>> behind = new HashMap<>();
        devices.forEach(device -> pending(user, device)
                .forEach(position -> behind.computeIfAbsent(position.conversation(), _ -> new ArrayList<>())
                        .add(device)));
        return behind.entrySet().stream()
                .map(late -> new Overdue(
                        late.getKey(),
                        user,
                        late.getValue(),
                        head(late.getKey()),
                        reached(List.of(late.getKey(), user)) < head(late.getKey()),
                        again))
                .toList();
    }

    private long reached(List<UUID> place) {
        return Math.max(pushed.getOrDefault(place, 0L), progress.getOrDefault(place, new long[2])[0]);
    }

    private long head(UUID conversation) {
        return logs.getOrDefault(conversation, List.of()).size();
    }

    synchronized List<Position> pending(UUID user, UUID device) {
        return cursors.entrySet().stream()
                .filter(entry -> entry.getKey().get(1).equals(device))
                .map(entry -> new Position(
                        entry.getKey().getFirst(),
                        entry.getValue(),
                        head(entry.getKey().getFirst(), user)))
                .filter(position -> position.head() > position.cursor())
                .toList();
    }

    private long head(UUID conversation, UUID user) {
        return Math.min(head(conversation), ends.getOrDefault(List.of(conversation, user), Long.MAX_VALUE));
    }

    synchronized ConversationState state(UUID conversation, UUID user, UUID device) {
        long head = head(conversation, user);
        return new ConversationState(
                new Position(conversation, cursors.getOrDefault(List.of(conversation, device), head), head),
                progress.entrySet().stream()
                        .filter(entry -> entry.getKey().getFirst().equals(conversation))
                        .map(entry -> new Progress(entry.getKey().get(1), entry.getValue()[0], entry.getValue()[1]))
                        .toList());
    }

    synchronized List<StoredMessage> messages(
            UUID conversation, UUID user, @Nullable Long after, @Nullable Long before, int limit) {
        List<StoredMessage> log = logs.getOrDefault(conversation, List.of()).subList(0, (int) head(conversation, user));
        if (after != null) {
            return log.stream()
                    .filter(message -> message.seq() > after)
                    .limit(limit)
                    .toList();
        }
        int end = before == null ? log.size() : (int) Math.max(0, Math.min(log.size(), before - 1));
        return List.copyOf(log.subList(Math.max(0, end - limit), end));
    }

    synchronized long cursor(UUID conversation, UUID device) {
        return cursors.getOrDefault(List.of(conversation, device), -1L);
    }

    synchronized List<StoredMessage> log(UUID conversation) {
        return List.copyOf(logs.getOrDefault(conversation, List.of()));
    }

    synchronized int largestBatch() {
        return largestBatch;
    }
}
