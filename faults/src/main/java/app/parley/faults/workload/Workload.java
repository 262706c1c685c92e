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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Some people with some devices each, who all write to each other. */
public final class Workload implements AutoCloseable {

    private static final Duration CATCHING_UP = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** Acknowledgements are not answered; the server has them after so long. */
    private static final Duration ACKNOWLEDGING = Duration.ofSeconds(15);

    /** How many people there are, with how many devices each. */
    public record Size(int people, int devices) {}

    private final Recorder recorder;
    private final List<Device> devices = new ArrayList<>();
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
        return workload;
    }

    private void populate(Device.Suite suite, Size size, SplittableRandom random)
            throws Api.Refusal, InterruptedException {
        List<Person> people = new ArrayList<>();
        String run = HexFormat.of().toHexDigits(System.nanoTime());
        for (int i = 1; i <= size.people(); i++) {
            String handle = "u" + i + "-" + run;
            people.add(new Person(
                    "u" + i, handle, suite.api().register(suite.gateways().getFirst(), handle)));
        }
        for (Person person : people) {
            List<Person> peers =
                    people.stream().filter(other -> !other.equals(person)).toList();
            for (int i = 1; i <= size.devices(); i++) {
                Device device = new Device(person.name() + "d" + i, person, peers, suite, recorder, random.split());
                device.login();
                devices.add(device);
            }
        }
    }

    /** Lets every device send what it still has, receive and acknowledge everything, and records whether they all did. */
    public void settle() throws InterruptedException {
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
        devices.forEach(Device::end);
        threads.close();
    }
}
