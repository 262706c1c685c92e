package app.parley.cli.plain;

import app.parley.cli.client.Device;
import app.parley.cli.client.OnThread;
import app.parley.cli.client.Outcome;
import app.parley.cli.client.ParleyClient;
import app.parley.cli.command.Input;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.frame.GroupChange;
import app.parley.cli.group.ChangeSentence;
import app.parley.cli.group.Group;
import app.parley.cli.group.Partner;
import app.parley.cli.message.MessageSentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The chat for scripts: sends what it reads, prints what happens, and ends when the input has ended and all is sent. */
public final class PlainChat implements PlainLines.Follower, PlainLines.Names, Script.Host {

    /** So many messages may wait to be sent before no more are read. */
    private static final int READ_AHEAD = 1000;

    private final Device device;
    private final Settings settings;
    private final PrintStream err;
    private final PlainLines lines;
    private final ParleyClient client;
    private final Semaphore readAhead = new Semaphore(READ_AHEAD);
    private final AtomicInteger refused = new AtomicInteger();
    private final CompletableFuture<Outcome> end = new CompletableFuture<>();
    private final ExecutorService printer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("parley-printer").daemon().factory());

    private PlainChat(Device device, Settings settings, PrintStream out, PrintStream err) {
        this.device = device;
        this.settings = settings;
        this.err = err;
        this.lines = new PlainLines(out, err, this, this);
        this.client = device.client(new OnThread(this::print, lines));
    }

    /**
     * How a script wants it.
     *
     * @param to whom what is read is for, or null if that is not said yet
     * @param separator what ends a message in the input
     * @param patience how long it may take to send what is left when the input has ended
     * @param linger how long to go on listening after that
     * @param markRead whether what is printed counts as read
     */
    public record Settings(
            @Nullable Partner to, char separator, Duration patience, Duration linger, boolean markRead) {}

    public static Outcome run(Device device, Settings settings, InputStream in, PrintStream out, PrintStream err) {
        return new PlainChat(device, settings, out, err).converse(in);
    }

    private Outcome converse(InputStream in) {
        client.start();
        Thread.ofPlatform().name("parley-input").daemon().start(() -> read(in));
        try {
            return end.join();
        } finally {
            client.close();
            printer.shutdown();
        }
    }

    private void read(InputStream in) {
        Script script = new Script(device.partners(), client, this);
        Partner to = settings.to();
        if (to != null) {
            script.talkTo(to);
        }
        try {
            Blocks blocks = new Blocks(new InputStreamReader(in, StandardCharsets.UTF_8), settings.separator());
            String block = blocks.next();
            while (block != null && script.carryOut(input(block))) {
                block = blocks.next();
            }
            finish();
        } catch (IOException e) {
            err.println("cannot read the input: " + e.getMessage());
            end.complete(Outcome.FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A text is sent as it is. Up to a NUL character everything is one. */
    private Input input(String block) {
        return settings.separator() == '\n' && block.startsWith("/") ? Input.parse(block) : new Input.Text(block);
    }

    @Override
    public void reserve() throws InterruptedException {
        readAhead.acquire();
    }

    @Override
    public boolean settleFirst() throws InterruptedException {
        try {
            client.settled().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    @Override
    public void opened(Group group) {
        print(() -> lines.opened(group));
    }

    @Override
    public void said(String text) {
        print(() -> lines.said(text));
    }

    @Override
    public void mistaken(String reason) {
        refused.incrementAndGet();
        print(() -> lines.complaint(reason));
    }

    private void finish() throws InterruptedException {
        try {
            client.settled().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            Thread.sleep(settings.linger());
        } catch (TimeoutException e) {
            err.println("Not everything could be sent within "
                    + settings.patience().toSeconds() + " s. What is left is sent on the next run.");
            end.complete(Outcome.UNSENT);
        } catch (ExecutionException e) {
            end.complete(Outcome.FAILED);
        }
        print(() -> end.complete(refused.get() == 0 ? Outcome.LEFT : Outcome.UNSENT));
    }

    @Override
    public void shown(LogEntry message) {
        if (settings.markRead()) {
            client.read(message.conversation(), message.seq());
        }
    }

    @Override
    public void settled(boolean accepted) {
        readAhead.release();
        if (!accepted) {
            refused.incrementAndGet();
        }
    }

    @Override
    public void ended(Outcome outcome) {
        end.complete(outcome);
    }

    @Override
    public String ofUser(UUID user) {
        return device.people().handleOf(user);
    }

    @Override
    public Optional<Recipient> ofConversation(UUID conversation) {
        return client.recipient(conversation)
                .join()
                .or(() -> device.people().otherSide(conversation).map(Recipient::user));
    }

    @Override
    public String ofChange(GroupChange change, UUID from) {
        return new ChangeSentence(device.people(), device.session().user()).of(change, from);
    }

    @Override
    public MessageSentence ofMessages() {
        return new MessageSentence(device.people(), device.session().user());
    }

    private void print(Runnable task) {
        if (!printer.isShutdown()) {
            printer.execute(task);
        }
    }
}
