package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.PublicApi.Account;
import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twenty people talk while one process is killed and started again: nothing accepted is lost, doubled or reordered. */
@ExtendWith(Suite.class)
class SuddenDeathTest {

    private static final int PAIRS = 10;
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final Suite.Running suite;
    private final PublicApi api;

    SuddenDeathTest(Suite.Running suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"S3", "REDIS_SENTINEL"}, // nobody asks the one, and one Redis has no other
            mode = EnumSource.Mode.EXCLUDE)
    void killing(Part part) throws Exception {
        AtomicLong accepted = new AtomicLong();
        List<List<Talker>> pairs = pairs(accepted);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = pairs.stream().flatMap(List::stream).map(threads::submit).toList();
            try {
                awaitMore(accepted, 200);

                suite.stack().kill(Instance.first(part));
                suite.stack().start(Instance.first(part));
                awaitMore(accepted, 400);
            } finally {
                pairs.forEach(pair -> pair.forEach(Talker::stop));
            }
            for (var run : runs) {
                run.get();
            }
        } finally {
            pairs.forEach(pair -> pair.forEach(Talker::close));
        }
        pairs.forEach(SuddenDeathTest::judge);
    }

    private List<List<Talker>> pairs(AtomicLong accepted) {
        List<List<Talker>> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Account left = api.register("left");
            Account right = api.register("right");
            pairs.add(List.of(new Talker(api, left, right, accepted), new Talker(api, right, left, accepted)));
        }
        return pairs;
    }

    private static void awaitMore(AtomicLong accepted, long more) {
        long goal = accepted.get() + more;
        await("accepted messages").atMost(RECOVERY).until(() -> accepted.get() >= goal);
    }

    /** One order, no hole, nothing twice, nothing that was not sent, and both devices have all of it. */
    private static void judge(List<Talker> pair) {
        Map<UUID, Long> accepted = new HashMap<>();
        pair.forEach(talker -> accepted.putAll(talker.accepted()));
        UUID conversation = pair.getFirst().conversation();
        long head = accepted.size();

        assertThat(accepted.values()).as("places").doesNotHaveDuplicates();
        for (Talker talker : pair) {
            Device.Log log = talker.settled(conversation, head);
            Map<UUID, Long> seen = new HashMap<>(talker.accepted());
            log.messages()
                    .forEach((seq, message) ->
                            seen.put(UUID.fromString(message.get("id").asString()), seq));
            assertThat(seen).as("the record of a device").isEqualTo(accepted);
        }
    }
}
