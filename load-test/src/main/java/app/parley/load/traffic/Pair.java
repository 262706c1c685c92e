package app.parley.load.traffic;

import app.parley.load.account.Account;
import app.parley.load.socket.LoadSockets;
import app.parley.load.socket.SendTemplate;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/** Two people: one writes, the other receives. Both live on one event loop, which guards all that they share. */
public final class Pair {

    private final EventLoop loop;
    private final LoadSockets sockets;
    private final Account from;
    private final Account to;
    private final Sender sender;
    private final Receiver receiver;
    private final Ledger ledger = new Ledger();

    /**
     * @param run tells this run's messages from those of others, see {@link app.parley.load.socket.MessageIds}
     * @param textLength of each message
     */
    public Pair(
            LoadSockets sockets, Account from, Account to, int run, int textLength, Meter meter, Coalescer coalescer) {
        this.sockets = sockets;
        this.loop = coalescer.loop();
        this.from = from;
        this.to = to;
        SendTimes times = new SendTimes();
        this.sender = new Sender(SendTemplate.toUser(run, to.user(), textLength), ledger, times, meter);
        this.receiver = new Receiver(run, textLength, ledger, times, meter, coalescer);
    }

    EventLoop loop() {
        return loop;
    }

    /** Complete when the writer is connected, and nothing waits for them. */
    public CompletableFuture<Void> connectSender() {
        sockets.open(loop, from.token(), sender);
        return sender.whenSynced();
    }

    /** Complete when the receiver is connected, and everything that waited has come. */
    public CompletableFuture<Void> connectReceiver() {
        sockets.open(loop, to.token(), receiver);
        return receiver.whenSynced();
    }

    /** Keeps so many messages without an answer from now on, up to a number of messages. */
    public void saturate(int window, int messages) {
        loop.execute(() -> sender.saturate(window, messages));
    }

    /** Sends one message now, as if at this time. */
    void sendOne(long intendedNanos) {
        sender.sendOne(intendedNanos);
    }

    /** Nothing new is sent any more. */
    public void stop() {
        loop.execute(sender::stop);
    }

    /** Whether so many messages were sent, and all of them are accepted. */
    public CompletableFuture<Boolean> accepted(int messages) {
        return CompletableFuture.supplyAsync(() -> ledger.sentCount() >= messages && ledger.allAccepted(), loop);
    }

    /** Whether everything that was sent has arrived and is acknowledged. */
    public CompletableFuture<Boolean> delivered() {
        return CompletableFuture.supplyAsync(
                () -> ledger.allAccepted() && ledger.allDelivered() && receiver.hasAcknowledged(), loop);
    }

    public CompletableFuture<Verdict> verdict() {
        return CompletableFuture.supplyAsync(
                () -> ledger.verdict().withLost(sender.losses() + receiver.losses()), loop);
    }

    /** Hangs up on both sides. */
    public void close() {
        loop.execute(() -> {
            sender.close();
            receiver.close();
        });
    }
}
