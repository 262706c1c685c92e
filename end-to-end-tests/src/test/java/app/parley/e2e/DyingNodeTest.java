package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.Device.Accepted;
import app.parley.e2e.Device.Refused;
import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Session;
import app.parley.faults.relay.Network;
import app.parley.faults.relay.Way;
import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import app.parley.launcher.Stack;
import app.parley.launcher.StackSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chat node accepts messages, and is killed before it has told any other node of them: a hundred times. The recipients are
 * connected to another node, and get them there, by supervision, with nothing done.
 */
class DyingNodeTest {

    private static final int DEATHS = 10;
    private static final int PAIRS = 10;
    private static final Duration SUPERVISION = Duration.ofSeconds(60);
    private static final Duration ACCEPTANCE = Duration.ofSeconds(60);
    private static final Instance DYING = new Instance(Part.CHAT, 1);
    private static final Instance LIVING = new Instance(Part.CHAT, 2);

    private final Way words = new Way(DYING.id(), Part.REDIS.id());
    private final Network network = new Network();

    @TempDir
    private Path home;

    private record Pair(Session sender, Account recipient, Device device) {}

    @Test
    void whatItAcceptedReachesTheRecipientAtAnotherNode() throws InterruptedException {
        network.standIn(words);
        StackSettings settings =
                StackSettings.of(Suite.checkout()).withHome(home).withNodes(2).withRelays(network);
        try (Stack stack = Stack.start(settings.withProperty(Part.GATEWAY, "parley.gateway.limits.enabled", "false"))) {
            PublicApi dying = at(stack.address(DYING));
            List<Pair> pairs = pairs(new PublicApi(stack.gateway()), at(stack.address(LIVING)));
            for (int death = 1; death <= DEATHS; death++) {
                String text = "last words " + death;
                List<Accepted> accepted = lastWords(stack, dying, pairs, text);
                for (int i = 0; i < PAIRS; i++) {
                    awaitThere(pairs.get(i).device(), accepted.get(i), text);
                }
                network.heal(words);
                stack.start(DYING);
            }
            assertThat(pairs)
                    .as("no recipient was disconnected")
                    .noneMatch(pair -> pair.device().closed().isDone());
            pairs.forEach(pair -> pair.device().close());
        } finally {
            network.close();
        }
    }

    private static PublicApi at(InetSocketAddress address) {
        return new PublicApi(URI.create("http://127.0.0.1:" + address.getPort()));
    }

    private static List<Pair> pairs(PublicApi api, PublicApi living) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Account recipient = api.register("recipient");
            pairs.add(new Pair(
                    api.login(api.register("sender")), recipient, Device.connect(living, api.login(recipient))));
        }
        return pairs;
    }

    /** From every sender one message, which the node accepts; then it is dead. What it says to Redis is lost. */
    private List<Accepted> lastWords(Stack stack, PublicApi dying, List<Pair> pairs, String text) {
        List<Device> senders =
                pairs.stream().map(pair -> Device.connect(dying, pair.sender())).toList();
        network.sever(words);
        List<Accepted> accepted = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            accepted.add(accepted(senders.get(i), pairs.get(i).recipient(), text));
        }
        stack.kill(DYING);
        senders.forEach(Device::close);
        return accepted;
    }

    /** Sent again, as clients do, for as long as it is refused for now. */
    private static Accepted accepted(Device sender, Account recipient, String text) {
        UUID id = UUID.randomUUID();
        return await("acceptance")
                .atMost(ACCEPTANCE)
                .ignoreException(Refused.class)
                .until(() -> sender.send(id, recipient.id(), text), Objects::nonNull);
    }

    private static void awaitThere(Device device, Accepted accepted, String text) {
        await("message %d of %s".formatted(accepted.seq(), accepted.conversation()))
                .atMost(SUPERVISION)
                .until(() -> device.log(accepted.conversation()).messages().containsKey(accepted.seq()));
        assertThat(device.texts(accepted.conversation())).endsWith(text);
    }
}
