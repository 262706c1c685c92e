package app.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.device.Device;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What all {@link Departures} do. */
public abstract class DeparturesContract {

    private static final Duration LATER = Duration.ofMinutes(5);

    private final Device device = new Device(UUID.randomUUID(), UUID.randomUUID());

    /** Departures without any. */
    protected abstract Departures departures();

    @Test
    void aDeviceComesWhenItsTimeHasComeAndNotBefore() {
        Departures departures = departures();
        departures.expect(device, LATER).block();
        assertThat(due(departures)).isEmpty();

        departures.expect(device, Duration.ZERO).block();

        assertThat(due(departures)).containsExactly(device);
    }

    @Test
    void anEarlierTimeStaysIfItIsExpectedAtLatest() {
        Departures departures = departures();
        departures.expect(device, Duration.ZERO).block();
        departures.expectAtLatest(device, LATER).block();
        assertThat(due(departures)).containsExactly(device);

        departures.expectAtLatest(device, Duration.ZERO).block();
        assertThat(due(departures)).containsExactly(device);
    }

    @Test
    void whatOneHasTakenNoOtherTakes() {
        Departures departures = departures();
        Flux.range(0, 50)
                .flatMap(_ -> departures.expect(new Device(UUID.randomUUID(), UUID.randomUUID()), Duration.ZERO))
                .blockLast();

        List<Device> taken = Flux.range(0, 10)
                .flatMap(_ -> departures.due(10, LATER), 10)
                .collectList()
                .block();

        assertThat(taken).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void whatWasTakenAndNotDoneComesAgain() {
        Departures departures = departures();
        departures.expect(device, Duration.ZERO).block();
        assertThat(departures.due(10, Duration.ofMillis(200)).collectList().block())
                .containsExactly(device);

        List<Device> again = new ArrayList<>();
        await().until(() -> again.addAll(due(departures)));

        assertThat(again).containsExactly(device);
    }

    @Test
    void whatIsDoneComesNoMore() {
        Departures departures = departures();
        departures.expect(device, Duration.ZERO).block();

        departures.done(device).block();

        assertThat(due(departures)).isEmpty();
    }

    private static List<Device> due(Departures departures) {
        return departures.due(10, LATER).collectList().block();
    }
}
