package app.parley.faults.workload;

import app.parley.faults.record.Event;
import app.parley.faults.record.Recorder;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some people with some devices each, who all write to each other. */
public final class Workload implements AutoCloseable {

    private static final Duration CATCHING_UP = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** Acknowledgements are not answered; the server has them after so long. */
    private static final Duration ACKNOWLEDGING = Duration.ofSeconds(15);

    private static final Duration TOGETHER = Duration.ofSeconds(40);
    private static final Duration AWAY = Duration.ofSeconds(45);

    /** Those with whom one talks are the next ones, all of them if there are not more. */
    private static final int PEERS = 8;

    /**
     * Who talks, and how much.
     *
     * @param people how many there are
     * @param devices how many each of them has
     * @param rate how many messages a second they all send together, about, or 0 for as many as they like
     * @param steady whether devices stay connected as long as they can
     */
    public record Size(int people, int devices, double rate, boolean steady) {}

    private final Recorder recorder;
    private final List<Device> devices = new ArrayList<>();
    private final CountDownLatch rests = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Workload(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Registers everybody and logs every device in, before the first message. */
    public static Workload start(List<URI> gateways, Size size, long seed, Recorder recorder)
            throws InterruptedException {
        Workload workload = new Workload(recorder);
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        SplittableRandom random = new SplittableRandom(seed);
        try {
            workload.populate(new Device.Suite(http, new Api(http), gateways), size, random);
        } catch (Api.Refusal e) {
            throw new IllegalStateException(
                    "the suite refuses accounts before anything is broken: " + e.getMessage(), e);
        }
        workload.devices.forEach(workload.threads::execute);
        if (!size.steady()) {
            workload.threads.execute(workload::reconnectTogether);
        }
        return workload;
    }

    private void populate(Device.Suite suite, Size size, SplittableRandom random)
            throws Api.Refusal, InterruptedException {
        List<Person> people = new ArrayList<>();
        String run = HexFormat.of().toHexDigits(System.nanoTime());
        for (int i = 1; i <= size.people(); i++) {
            String handle = "u" + i + "-" + run;
            UUID id = suite.api().register(suite.gateways().getFirst(), handle);
            people.add(new Person("u" + i, handle, id));
            recorder.note(new Event.Registered("u" + i, id));
        }
        for (Person person : people) {
            List<Person> peers = peers(people, person);
            for (int i = 1; i <= size.devices(); i++) {
                Habits habits = Habits.of(size, random.split());
                Device device = new Device(person.name() + "d" + i, person, peers, suite, recorder, habits);
                device.login();
                devices.add(device);
            }
        }
    }

    private static List<Person> peers(List<Person> people, Person person) {
        int own = people.indexOf(person);
        return IntStream.range(1, Math.min(people.size(), PEERS + 1))
                .mapToObj(i -> people.get((own + i) % people.size()))
                .toList();
    }

    /** Now and then everybody leaves in the same moment, as when a mobile network fails, and comes back. */
    private void reconnectTogether() {
        try {
            while (!rests.await(TOGETHER.toMillis(), TimeUnit.MILLISECONDS)) {
                devices.forEach(Device::reconnect);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the devices of one person stay away, while the others go on; returns when they are allowed back. */
    public void oneStaysAway() throws InterruptedException {
        devices.stream()
                .filter(device -> device.owner().equals(devices.getFirst().owner()))
                .forEach(device -> device.stayAway(AWAY));
        Thread.sleep(AWAY);
    }

    /** How far each conversation is, as the devices know it. */
    public Map<UUID, Long> heads() {
        Map<UUID, Long> heads = new HashMap<>();
        devices.forEach(
                device -> device.cursors().forEach((conversation, seq) -> heads.merge(conversation, seq, Math::max)));
        return heads;
    }

    /** Lets every device send what it still has, receive and acknowledge everything, and records whether they all did. */
    public void settle() throws InterruptedException {
        rests.countDown();
        devices.forEach(Device::comeToRest);
        if (!haveAgreed()) {
            recorder.note(new Event.NeverSettled());
            return;
        }
        recorder.note(new Event.Settled());
        Thread.sleep(ACKNOWLEDGING);
        devices.forEach(Device::expectNothing); // whatever comes on the next connection is recorded as waiting
        if (!haveAgreed()) {
            recorder.note(new Event.NeverSettled());
        }
    }

    /** Waits until everybody is equally far, and still is a while later. */
    private boolean haveAgreed() throws InterruptedException {
        long deadline = System.nanoTime() + CATCHING_UP.toNanos();
        @Nullable Map<UUID, Long> before = null;
        while (System.nanoTime() < deadline) {
            Map<UUID, Long> heads = agreement();
            if (heads != null && heads.equals(before)) {
                return true;
            }
            before = heads;
            Thread.sleep(BETWEEN_LOOKS);
        }
        return false;
    }

    /** How far everybody is, if the devices of each user are equally far and have nothing left to send. */
    private @Nullable Map<UUID, Long> agreement() {
        Map<UUID, Long> heads = new HashMap<>();
        for (Device device : devices) {
            if (!device.isAtRest()) {
                return null;
            }
            for (var cursor : device.cursors().entrySet()) {
                Long other = heads.putIfAbsent(cursor.getKey(), cursor.getValue());
                if (other != null && !other.equals(cursor.getValue())) {
                    return null;
                }
            }
        }
        return heads;
    }

    @Override
    public void close() {
        rests.countDown();
        devices.forEach(Device::end);
        threads.close();
    }
}
