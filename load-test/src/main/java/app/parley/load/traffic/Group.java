package app.parley.load.traffic;

import app.parley.load.account.Account;
import app.parley.load.socket.LoadSockets;
import app.parley.load.socket.SendTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A group: one writes, all others receive. All live on one event loop, which guards all that they share. */
public final class Group {

    private final LoadSockets sockets;
    private final Coalescer coalescer;
    private final Account from;
    private final Sender sender;
    private final Ledger sent = new Ledger();
    private final List<Hearer> hearers = new ArrayList<>();

    /** Somebody who receives, and what came of it. */
    private record Hearer(Account account, Receiver receiver, Ledger ledger) {}

    /**
     * @param members the first of whom writes
     * @param run tells this run's messages from those of others, see {@link app.parley.load.socket.MessageIds}
     * @param textLength of each message
     */
    public Group(
            LoadSockets sockets,
            UUID id,
            List<Account> members,
            int run,
            int textLength,
            Meter meter,
            Coalescer coalescer) {
        this.sockets = sockets;
        this.coalescer = coalescer;
        this.from = members.getFirst();
        SendTimes times = new SendTimes();
        this.sender = new Sender(SendTemplate.toConversation(run, id, textLength), sent, times, meter);
        members.stream().skip(1).forEach(member -> {
            Ledger ledger = new Ledger();
            hearers.add(new Hearer(member, new Receiver(run, textLength, ledger, times, meter, coalescer), ledger));
        });
    }

    public CompletableFuture<Void> connectSender() {
        sockets.open(coalescer.loop(), from.token(), sender);
        return sender.whenSynced();
    }

    /** Complete when this receiver is connected, and everything that waited has come. */
    public CompletableFuture<Void> connectReceiver(int number) {
        Hearer hearer = hearers.get(number);
        sockets.open(coalescer.loop(), hearer.account().token(), hearer.receiver());
        return hearer.receiver().whenSynced();
    }

    /** Keeps so many messages without an answer from now on, up to a number of messages. */
    public void saturate(int window, int messages) {
        coalescer.loop().execute(() -> sender.saturate(window, messages));
    }

    /** Whether so many messages were sent, all of them are accepted, and the first so many receivers have acknowledged them. */
    public CompletableFuture<Boolean> delivered(int messages, int receivers) {
        return CompletableFuture.supplyAsync(
                () -> sent.allAccepted()
                        && sent.sentCount() >= messages
                        && hearers.stream().limit(receivers).allMatch(this::hasAll),
                coalescer.loop());
    }

    private boolean hasAll(Hearer hearer) {
        return hearer.ledger().deliveredCount() == sent.sentCount()
                && hearer.receiver().hasAcknowledged();
    }

    /** Of all that each receiver had to get. */
    public CompletableFuture<Verdict> verdict() {
        return CompletableFuture.supplyAsync(
                () -> hearers.stream()
                        .map(hearer -> hearer.ledger()
                                .verdictOf(sent)
                                .withLost(hearer.receiver().losses()))
                        .reduce(Verdict.NOTHING, Verdict::plus),
                coalescer.loop());
    }

    /** All hang up. */
    public void close() {
        coalescer.loop().execute(() -> {
            sender.close();
            hearers.forEach(hearer -> hearer.receiver().close());
        });
    }
}
