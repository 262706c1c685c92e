package app.parley.cli.terminal;

import app.parley.cli.client.Device;
import app.parley.cli.client.History;
import app.parley.cli.client.OnThread;
import app.parley.cli.client.Outcome;
import app.parley.cli.client.ParleyClient;
import app.parley.cli.command.Help;
import app.parley.cli.command.Input;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.group.Group;
import app.parley.cli.group.GroupDesk;
import app.parley.cli.group.Misunderstanding;
import app.parley.cli.group.Partner;
import app.parley.cli.message.MessageCommand;
import app.parley.cli.message.MessageDesk;
import app.parley.cli.session.ApiProblem;
import app.parley.cli.session.Unreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** The chat on a terminal: reads what the user writes until they leave. */
public final class TerminalChat {

    private static final int SHOWN_AT_START = 10;
    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final Device device;
    private final PeerStatus status;
    private final ChatReader reader;
    private final ChatView view;
    private final TypingSignal typing;
    private final ParleyClient client;
    private final ScheduledExecutorService ui = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("parley-terminal").daemon().factory());
    private final Thread readerThread = Thread.currentThread();
    private final GroupDesk desk;
    private final MessageDesk messages;
    private volatile @Nullable Recipient partner;
    private volatile @Nullable Outcome ended;

    private TerminalChat(Device device, Terminal terminal) {
        this.device = device;
        this.reader = new ChatReader(terminal, this::edited);
        this.status = new PeerStatus(reader::status, ZoneId.systemDefault());
        this.view = new ChatView(
                new Transcript(reader, Theme.fromEnvironment(), ZoneId.systemDefault()), status, device, this::end);
        this.desk = new GroupDesk(device.partners());
        this.client = device.client(new OnThread(this::onUi, view));
        this.messages = new MessageDesk(device.partners(), client);
        this.typing = new TypingSignal(this::tellTyping, System::nanoTime);
    }

    /**
     * Chats until the user leaves, or cannot stay.
     *
     * @param to whom to talk to first, or null for whoever it was last
     */
    public static Outcome run(Device device, @Nullable Partner to) throws IOException {
        // a terminal of today understands UTF-8, also where the locale was forgotten
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .build()) {
            return new TerminalChat(device, terminal).converse(to);
        }
    }

    private Outcome converse(@Nullable Partner to) {
        reader.setCompleter(new StringsCompleter(Input.COMMANDS));
        onUi(() -> begin(to));
        var _ = ui.scheduleAtFixedRate(status::refresh, REFRESH.toMillis(), REFRESH.toMillis(), TimeUnit.MILLISECONDS);
        try {
            while (ended == null && read()) {
                typing.entered();
            }
        } finally {
            client.close();
            ui.shutdownNow();
            reader.finish();
        }
        return ended != null ? ended : device.notebook().outbox().isEmpty() ? Outcome.LEFT : Outcome.UNSENT;
    }

    private void begin(@Nullable Partner to) {
        view.attach(client);
        view.notice("You are " + device.handle() + " on " + device.server() + ". /help for help, Ctrl-D to leave.");
        ParleyClient.Remembered remembered = client.remembered().join();
        Optional.ofNullable(to)
                .or(() -> remembered.last().flatMap(device.partners()::find))
                .ifPresent(this::talkTo);
        remembered.unsent().forEach(view::waiting);
        client.start();
    }

    /** Reads and carries out one input. False if it was the last. */
    private boolean read() {
        try {
            return carryOut(Input.parse(reader.readLine("> ")));
        } catch (UserInterruptException e) {
            return ended == null && !e.getPartialLine().isEmpty();
        } catch (EndOfFileException e) {
            return false;
        }
    }

    private boolean carryOut(Input input) {
        switch (input) {
            case Input.Nothing _ -> {}
            case Input.Text text -> onUi(() -> send(text.text()));
            case Input.To to -> onUi(() -> find(to.handle()).ifPresent(this::talkTo));
            case Input.OfGroups groups -> onUi(() -> answer(desk.carryOut(groups.command(), currentGroup())));
            case Input.OfMessages said -> onUi(() -> say(said.command()));
            case Input.Numbers _ -> onUi(view::switchNumbers);
            case Input.History history -> onUi(() -> history(history.count()));
            case Input.Who _ -> onUi(() -> view.who().forEach(view::notice));
            case Input.Help _ -> onUi(() -> Help.LINES.forEach(view::notice));
            case Input.Mistake mistake -> onUi(() -> view.warning(mistake.what()));
            case Input.Quit _ -> {
                return false;
            }
        }
        return true;
    }

    private void send(String text) {
        Optional<Partner> to = view.current();
        int length = text.codePointCount(0, text.length());
        if (to.isEmpty()) {
            view.warning("To whom? /to HANDLE says it, or /open GROUP. Not sent: " + text);
        } else if (length > client.textLimit()) {
            view.warning("Not sent: it has " + length + " characters, and at most " + client.textLimit()
                    + " are allowed. Arrow up brings it back.");
        } else {
            view.waiting(client.send(to.get().recipient(), messages.text(text, to.get())));
        }
    }

    private void say(MessageCommand command) {
        switch (messages.carryOut(command, view.current().orElse(null))) {
            case MessageDesk.Answer.Send send -> view.waiting(client.send(send.to(), send.content()));
            case MessageDesk.Answer.Refused refused -> view.warning(refused.reason());
        }
    }

    private Optional<Partner> find(String handle) {
        try {
            return Optional.of(device.partners().withHandle(handle));
        } catch (ApiProblem | Unreachable | Misunderstanding e) {
            view.warning(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private @Nullable Group currentGroup() {
        return view.current()
                .filter(Partner.Many.class::isInstance)
                .map(Partner.Many.class::cast)
                .map(Partner.Many::group)
                .orElse(null);
    }

    private void answer(GroupDesk.Answer answer) {
        switch (answer) {
            case GroupDesk.Answer.Done done -> done.lines().forEach(view::notice);
            case GroupDesk.Answer.Refused refused -> view.warning(refused.reason());
            case GroupDesk.Answer.Opened opened -> {
                client.knowGroups(List.of(opened.group().id()));
                talkTo(new Partner.Many(opened.group()));
            }
            case GroupDesk.Answer.Gone gone -> {
                partner = null;
                view.leave();
                view.notice("You have left \"" + gone.group().name() + "\".");
            }
        }
    }

    private void talkTo(Partner to) {
        Recipient recipient = to.recipient();
        partner = recipient;
        History history = client.history(recipient, SHOWN_AT_START).join();
        client.talkTo(recipient);
        view.open(to, history);
    }

    private void history(int count) {
        view.current()
                .ifPresentOrElse(
                        to -> view.recall(client.history(to.recipient(), count).join()),
                        () -> view.warning("With whom? /to HANDLE says it, or /open GROUP."));
    }

    private void edited(String line) {
        typing.edited(line);
    }

    private void tellTyping(boolean started) {
        Recipient to = partner;
        if (to != null) {
            client.typing(to, started);
        }
    }

    private void end(Outcome outcome) {
        ended = outcome;
        readerThread.interrupt();
    }

    private void onUi(Runnable task) {
        if (!ui.isShutdown()) {
            ui.execute(task);
        }
    }
}
