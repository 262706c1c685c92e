package app.parley.cli;

import app.parley.cli.client.Device;
import app.parley.cli.client.Outcome;
import app.parley.cli.conversation.Notebook;
import app.parley.cli.group.Groups;
import app.parley.cli.group.Misunderstanding;
import app.parley.cli.group.Partner;
import app.parley.cli.home.Home;
import app.parley.cli.home.HomeBusyException;
import app.parley.cli.plain.PlainChat;
import app.parley.cli.session.ApiProblem;
import app.parley.cli.session.Caller;
import app.parley.cli.session.ParleyApi;
import app.parley.cli.session.People;
import app.parley.cli.session.Session;
import app.parley.cli.session.SignIn;
import app.parley.cli.session.Unreachable;
import app.parley.cli.terminal.TerminalChat;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parley chat}: talk, on a terminal or from a script. */
@Command(
        name = "parley chat",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Talk to somebody on a Parley server, or to a group.",
            "",
            "On a terminal it is a chat; /help in it says what else it can do. In a script it sends each line of its"
                    + " input and prints what happens, a line of tab-separated fields each: message, accepted, receipt,"
                    + " refused, synced, typing, presence; of groups group-message, group-change, group-typing, which"
                    + " begin with the group's id.",
            "",
            "A message is who wrote it, its number, when, what it says, then reply-to=N, forwarded, view-once and"
                    + " mentions=HANDLE,… as far as they are so. What is said about a message is a line, too: reaction"
                    + " (its number, the emoji), edit (its number, the new text), delete, vote (its number, the"
                    + " options), pin, unpin, each with the sentence for people as the last field; so is timer (in"
                    + " seconds). In groups they begin with group- and the group's id.",
            "",
            "A line that begins with a slash is a command in a script, too (/help, /group, /add …, /quit), and its"
                    + " answer a line \"said\"; a message that begins with a slash is written with two. With --null"
                    + " everything is a message, as it is."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all is sent",
            "1:the server or this program failed",
            "2:it was called wrongly",
            "3:signing in was refused, or the session is over",
            "4:something is not sent, or not done; a message is kept for the next run unless it was refused",
            "5:this device is in use by another terminal, or connected elsewhere"
        })
public final class ChatCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int NOT_SIGNED_IN = 3;
    private static final int UNSENT = 4;
    private static final int BUSY = 5;

    @Option(names = "--as", required = true, paramLabel = "HANDLE", description = "Who you are.")
    private String handle = "";

    @Option(names = "--to", paramLabel = "HANDLE", description = "Whom to talk to; else whoever it was last.")
    private @Nullable String to;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "The group to talk to, by its name or id, instead of somebody.")
    private @Nullable String group;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "The server (${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:PARLEY_PASSWORD}",
            description = "Your password, if you do not want to be asked. Better: in PARLEY_PASSWORD, since other users"
                    + " of this computer can see what a program was called with.")
    private @Nullable String password;

    @Option(names = "--register", description = "Open an account if there is none, without asking.")
    private boolean register;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Where this device remembers itself (~/.local/share/parley). Another folder is another"
                    + " device.")
    private @Nullable Path home;

    @Option(
            names = {"-0", "--null"},
            description = "In a script: a message ends with a NUL character instead of a line break.")
    private boolean nullSeparated;

    @Option(
            names = "--linger",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "In a script: how long to listen after the input has ended and all is sent"
                    + " (${DEFAULT-VALUE}).")
    private int linger;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "In a script: how long it may take to send what is left when the input has ended"
                    + " (${DEFAULT-VALUE}).")
    private int patience = 60;

    @Option(names = "--mark-read", description = "In a script: what is printed counts as read.")
    private boolean markRead;

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    private final PrintStream err =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private ChatCommand() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ChatCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme()) || url.getHost() == null) {
            err.println("--url must be an http or https address, not " + url);
            return USAGE;
        }
        if (to != null && group != null) {
            err.println("Either --to or --group, not both.");
            return USAGE;
        }
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        try (Home opened = Home.open(home == null ? Home.standardRoot() : home, url, handle)) {
            return chat(opened, http);
        } catch (HomeBusyException e) {
            err.println(e.getMessage());
            return BUSY;
        } catch (SignIn.Refused e) {
            err.println(e.getMessage());
            return NOT_SIGNED_IN;
        } catch (ApiProblem | Unreachable | UncheckedIOException e) {
            err.println(e.getMessage());
            return FAILED;
        } finally {
            // close() would wait for a server that does not answer a goodbye
            http.shutdownNow();
        }
    }

    private int chat(Home opened, HttpClient http) throws IOException {
        ParleyApi api = new ParleyApi(http, url);
        Console console = terminal();
        Session session = new SignIn(api, opened, new ConsoleQuestions(console, register), deviceName())
                .signIn(handle, password == null || password.isEmpty() ? null : password);
        People people = new People(api, session);
        Groups groups = new Groups(new Caller(api, session));
        Device device = new Device(http, url, handle, session, people, groups, Notebook.open(opened));
        Partner partner;
        try {
            partner = partner(device);
        } catch (Misunderstanding e) {
            err.println(e.getMessage());
            return USAGE;
        }
        return exitCode(console != null ? TerminalChat.run(device, partner) : script(device, partner));
    }

    /** Whom to talk to, or null if that was not said. */
    private @Nullable Partner partner(Device device) {
        if (group != null) {
            return device.partners().groupCalled(group);
        }
        return to == null ? null : device.partners().withHandle(to);
    }

    private Outcome script(Device device, @Nullable Partner partner) {
        PlainChat.Settings settings = new PlainChat.Settings(
                partner,
                nullSeparated ? '\0' : '\n',
                Duration.ofSeconds(patience),
                Duration.ofSeconds(linger),
                markRead);
        return PlainChat.run(device, settings, System.in, out, err);
    }

    /** The console if a person sits at both ends of it. */
    private static @Nullable Console terminal() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }

    private static String deviceName() {
        try {
            return "parley chat on " + InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "parley chat";
        }
    }

    private static int exitCode(Outcome outcome) {
        return switch (outcome) {
            case LEFT -> 0;
            case FAILED -> FAILED;
            case LOGGED_OUT -> NOT_SIGNED_IN;
            case UNSENT -> UNSENT;
            case REPLACED -> BUSY;
        };
    }
}
