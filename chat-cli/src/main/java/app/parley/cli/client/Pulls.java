package app.parley.cli.client;

import app.parley.cli.conversation.Conversation;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.frame.ClientFrame;
import app.parley.cli.frame.ServerFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What is asked of the server's logs: what is missing, what was before, and where the other side stands. */
final class Pulls {

    /** A place may still be filled by the answer to an own send, so a gap is given a moment. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final int MOST = 200;

    /** A server takes only a few pulls at a time. */
    private static final int AT_ONCE = 4;

    private final Connection connection;
    private final EventLoop loop;
    private final Set<UUID> suspected = new HashSet<>();
    private final Map<UUID, Gap> gaps = new HashMap<>();
    private final Map<UUID, History> histories = new HashMap<>();
    private final Queue<ClientFrame.Pull> queue = new ArrayDeque<>();
    private final Set<UUID> underWay = new HashSet<>();

    Pulls(Connection connection, EventLoop loop) {
        this.connection = connection;
        this.loop = loop;
    }

    private record Gap(Conversation conversation, long position, long upTo) {}

    private record History(UUID conversation, TreeMap<Long, LogEntry> found, CompletableFuture<List<LogEntry>> done) {}

    /** Asks for what is missing in a conversation, if it still is after a moment. */
    void suspect(Conversation conversation) {
        if (conversation.hasGap() && suspected.add(conversation.id())) {
            loop.after(PATIENCE, () -> {
                suspected.remove(conversation.id());
                fill(conversation);
            });
        }
    }

    private void fill(Conversation conversation) {
        if (!conversation.hasGap() || !connection.online()) {
            return;
        }
        ClientFrame.Pull pull = conversation.position() > 0
                ? ClientFrame.Pull.following(conversation.id(), conversation.position(), MOST)
                : ClientFrame.Pull.preceding(conversation.id(), conversation.aheadTo(), MOST);
        gaps.put(pull.id(), new Gap(conversation, conversation.position(), conversation.aheadTo()));
        ask(pull);
    }

    /** Asks where the other side of a conversation stands. */
    void receipts(UUID conversation) {
        ask(ClientFrame.Pull.receipts(conversation));
    }

    /** Asks for the messages before a place. */
    CompletableFuture<List<LogEntry>> before(UUID conversation, long seq, int limit) {
        if (!connection.online() || seq <= 1) {
            return CompletableFuture.completedFuture(List.of());
        }
        ClientFrame.Pull pull = ClientFrame.Pull.preceding(conversation, seq, Math.min(limit, MOST));
        History history = new History(conversation, new TreeMap<>(), new CompletableFuture<>());
        histories.put(pull.id(), history);
        ask(pull);
        return history.done();
    }

    private void ask(ClientFrame.Pull pull) {
        queue.add(pull);
        askNext();
    }

    private void askNext() {
        while (underWay.size() < AT_ONCE && !queue.isEmpty()) {
            ClientFrame.Pull pull = queue.remove();
            underWay.add(pull.id());
            connection.send(List.of(pull));
        }
    }

    private void answered(UUID pull) {
        if (underWay.remove(pull)) {
            askNext();
        }
    }

    /** A message that this device had already: somebody may have asked for it. True if so. */
    boolean offer(LogEntry message) {
        boolean asked = false;
        for (History history : histories.values()) {
            if (history.conversation().equals(message.conversation())) {
                history.found().put(message.seq(), message);
                asked = true;
            }
        }
        return asked;
    }

    /** An answer is complete. Gives back the messages that were held back behind what is not to be had. */
    List<LogEntry> pulled(ServerFrame.Pulled pulled) {
        answered(pulled.id());
        History history = histories.remove(pulled.id());
        if (history != null) {
            history.done().complete(List.copyOf(history.found().values()));
        }
        Gap gap = gaps.remove(pulled.id());
        if (gap == null || !gap.conversation().hasGap()) {
            return List.of();
        }
        if (gap.conversation().position() > gap.position()) {
            fill(gap.conversation());
            return List.of();
        }
        return gap.conversation().settle(gap.upTo());
    }

    /** A pull was refused for good. Gives back the conversation in which something is missing that will not come. */
    Optional<Conversation> notPulled(UUID id) {
        Gap gap = gaps.get(id);
        refused(id);
        return Optional.ofNullable(gap).map(Gap::conversation).filter(Conversation::hasGap);
    }

    /** A pull was refused: nothing comes of it. */
    void refused(UUID id) {
        answered(id);
        gaps.remove(id);
        History history = histories.remove(id);
        if (history != null) {
            history.done().complete(List.of());
        }
    }

    /** The connection is gone, and the answers with it. */
    void lost() {
        queue.clear();
        underWay.clear();
        gaps.clear();
        histories.values().forEach(history -> history.done().complete(List.of()));
        histories.clear();
    }
}
