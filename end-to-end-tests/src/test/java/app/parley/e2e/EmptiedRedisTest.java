package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Session;
import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Redis dies and comes back with nothing in it: everybody has to log in again, and no message is lost to any device. */
@ExtendWith(Suite.class)
class EmptiedRedisTest {

    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final int REVOKED = 4502;

    private final Suite.Running suite;
    private final PublicApi api;
    private final Map<UUID, Device.Log> phoneLogs = new ConcurrentHashMap<>();
    private final Map<UUID, Device.Log> laptopLogs = new ConcurrentHashMap<>();

    EmptiedRedisTest(Suite.Running suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @Test
    void everyDeviceThatLogsInAgainGetsEveryMessage() throws Exception {
        Account alice = api.register("alice");
        Account bob = api.register("bob");
        Session alices = api.login(alice);
        Session phone = api.login(bob);
        Session laptop = api.login(bob);
        UUID conversation;

        try (Device a = Device.connect(api, alices);
                Device p = Device.connect(api, phone, phoneLogs, false);
                Device l = Device.connect(api, laptop, laptopLogs, true)) {
            conversation = say(a, bob, 1, 2);
            l.awaitMessages(conversation, 2);
            l.vanish();
            say(a, bob, 3, 4);
            p.awaitMessages(conversation, 4);
            p.ack(conversation, 3);

            suite.stack().kill(Instance.first(Part.REDIS));
            say(a, bob, 5, 6);
            p.awaitMessages(conversation, 6);
            empty();
            suite.stack().start(Instance.first(Part.REDIS));

            for (Device device : List.of(a, p)) {
                await("word to log in again")
                        .atMost(RECOVERY)
                        .until(() -> device.closed().isDone());
                assertThat(device.closed().join()).isEqualTo(REVOKED);
            }
        }

        await("login").atMost(RECOVERY).until(() -> api.tryLogin(alice).status() == 201);
        Session alicesNext = again(alice, alices);
        try (Device a = Device.connect(api, alicesNext)) {
            say(a, bob, 7, 8);
            try (Device p = Device.connect(api, again(bob, phone), new ConcurrentHashMap<>(), true)) {
                say(a, bob, 9, 10);
                p.awaitFrame("message", message -> message.get("seq").asLong() == 10);
                assertThat(p.texts(conversation)).isEqualTo(texts(4, 10));
            }
            say(a, bob, 11, 12);
            try (Device l = Device.connect(api, again(bob, laptop), laptopLogs, true)) {
                say(a, bob, 13, 14);
                l.awaitMessages(conversation, 14);
                assertThat(l.texts(conversation)).isEqualTo(texts(1, 14));
            }
        }
    }

    private Session again(Account account, Session before) {
        Session after = api.login(account, before);
        assertThat(after.device()).as("the device keeps its id").isEqualTo(before.device());
        return after;
    }

    private static UUID say(Device from, Account to, int first, int last) {
        return texts(first, last).stream()
                .map(text -> from.send(to.id(), text).conversation())
                .toList()
                .getFirst();
    }

    private static List<String> texts(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }

    private void empty() throws IOException {
        Path data = suite.home().resolve("data").resolve(Part.REDIS.id());
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
