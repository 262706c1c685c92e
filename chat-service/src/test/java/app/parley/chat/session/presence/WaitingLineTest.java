package app.parley.chat.session.presence;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.chat.routing.Device;
import app.parley.chat.session.Admission;
import app.parley.chat.session.Reconnects;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import reactor.core.publisher.Mono;

/** Who stands where, with four places, of which two are served at once. */
@SpringJUnitConfig(classes = WaitingLineTest.Line.class, initializers = ConfigDataApplicationContextInitializer.class)
@TestPropertySource(properties = {"parley.chat.admissions.queue-size=4", "parley.chat.admissions.batch-size=2"})
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class WaitingLineTest {

    @Import({WaitingLine.class, Reconnects.class, SimpleMeterRegistry.class})
    @ConfigurationPropertiesScan("app.parley.chat.session")
    static class Line {}

    @Autowired
    WaitingLine line;

    private final List<Device> devices = Stream.generate(() -> new Device(UUID.randomUUID(), UUID.randomUUID()))
            .limit(9)
            .toList();

    @Test
    void firstComeFirstServed() {
        assertThat(List.of(finds(1), finds(2), finds(3))).containsOnly(true);

        assertThat(served()).containsExactly(1, 2);
        assertThat(served()).containsExactly(3);
        assertThat(served()).isEmpty();
    }

    @Test
    void whoWasSentAwayIsServedBeforeWhoeverCameLater() {
        Stream.of(1, 2, 3, 4).forEach(this::finds);
        assertThat(finds(5)).isFalse();
        assertThat(finds(6)).isFalse();
        served();

        assertThat(finds(7)).as("two places are free, and kept for 5 and 6").isFalse();
        assertThat(finds(6)).isTrue();
        assertThat(finds(8)).as("one is free, and kept for 5").isFalse();
        assertThat(finds(5)).isTrue();

        assertThat(served()).containsExactly(3, 4);
        assertThat(finds(8)).as("two are free, of which 7 has one").isTrue();
        assertThat(finds(7)).isTrue();
        assertThat(served()).containsExactly(5, 6);
        assertThat(served()).containsExactly(7, 8);
    }

    @Test
    void whoIsThereGoesInWhenTooFewAreLeftToWaitForOthers() {
        Stream.of(1, 2, 3, 4, 5, 6).forEach(this::finds);
        served();
        served();

        assertThat(finds(7)).isTrue();
        assertThat(served()).containsExactly(7);
    }

    @Test
    void whoDoesNotWaitAnyLongerKeepsTheirPlace() {
        Stream.of(1, 2, 3).forEach(this::finds);
        Arrival impatient = arrival(4);
        line.join(impatient);

        line.leave(impatient);

        assertThat(finds(5)).as("the only free place is kept").isFalse();
        assertThat(finds(4)).isTrue();
    }

    @Test
    void whoCouldNotBeAdmittedIsTheFirstAgain() {
        Stream.of(1, 2, 3).forEach(this::finds);

        line.putBack(line.next(2), 1_000);

        assertThat(served()).containsExactly(1, 2);
    }

    /** Whether there is a place. */
    private boolean finds(int number) {
        return line.join(arrival(number)) == null;
    }

    private List<Integer> served() {
        List<Arrival> next = line.next(2);
        if (!next.isEmpty()) {
            line.served(next, 1_000);
        }
        return next.stream().map(arrival -> devices.indexOf(arrival.device())).toList();
    }

    private Arrival arrival(int number) {
        Arrival[] arrival = new Arrival[1];
        var _ = Mono.<Admission>create(sink -> arrival[0] = new Arrival(devices.get(number), sink))
                .subscribe();
        return arrival[0];
    }
}
