package app.parley.faults.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.faults.fault.Fault;
import app.parley.faults.record.Entry;
import app.parley.faults.record.Event;
import app.parley.faults.record.Recorder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that break nothing and note what becomes of them. */
class ScheduleTest {

    @TempDir
    private Path folder;

    private final List<String> steps = new ArrayList<>();

    @Test
    void aSeedGivesTheSamePlanAgain() throws Exception {
        List<Fault> faults = faults(20);

        assertThat(plan(faults, 7)).isEqualTo(plan(faults, 7)).isNotEqualTo(plan(faults, 8));
    }

    @Test
    void eachOneComesOnceAndSomeComeTogether() throws Exception {
        List<Fault> faults = faults(20);

        run(faults, true, 7);

        assertThat(steps).hasSize(40).doesNotHaveDuplicates();
        assertThat(mostAtOnce()).isEqualTo(2);
    }

    @Test
    void oneAtATimeIfSoWanted() throws Exception {
        run(faults(20), false, 7);

        assertThat(mostAtOnce()).isEqualTo(1);
    }

    @Test
    void twoThatAreDoneToTheSameInstanceNeverComeTogether() throws Exception {
        List<Fault> faults = IntStream.range(0, 20)
                .<Fault>mapToObj(number -> new Noting("kill", "chat-" + number, Set.of("chat"), false))
                .toList();

        run(faults, true, 7);

        assertThat(mostAtOnce()).isEqualTo(1);
    }

    @Test
    void aServiceIsStartedWhenItsStoreIsBackWhicheverFailedFirst() throws Exception {
        List<Fault> faults = List.of(
                new Noting("kill", "chat", Set.of("chat"), true), new Noting("kill", "redis", Set.of("redis"), false));

        for (int seed = 0; seed < 20; seed++) {
            run(faults, true, seed);
            if (mostAtOnce() == 2) {
                assertThat(steps.subList(2, 4)).containsExactly("- kill redis", "- kill chat");
            }
        }
    }

    @Test
    void whatFailsIsHealedAndSoIsTheOther() {
        Fault failing = new Noting("kill", "chat", Set.of("chat"), false) {
            @Override
            public void heal() {
                super.heal();
                throw new IllegalStateException("does not come up");
            }
        };
        List<Fault> faults = List.of(failing, new Noting("cut", "redis", Set.of("redis"), true));

        assertThatThrownBy(() -> {
                    for (int seed = 0; seed < 20; seed++) {
                        run(faults, true, seed);
                    }
                })
                .hasMessage("does not come up");
        assertThat(steps.stream().filter(step -> step.startsWith("+"))).hasSize(steps.size() / 2);
    }

    private List<Fault> faults(int count) {
        return IntStream.range(0, count)
                .<Fault>mapToObj(number -> new Noting("kill", "i" + number, Set.of("i" + number), false))
                .toList();
    }

    private List<Event> plan(List<Fault> faults, long seed) throws Exception {
        run(faults, true, seed);
        return Recorder.read(folder.resolve("record")).stream()
                .map(Entry::event)
                .toList();
    }

    private void run(List<Fault> faults, boolean pairs, long seed) throws Exception {
        steps.clear();
        try (Recorder recorder = new Recorder(folder.resolve("record"))) {
            new Schedule(faults, pairs, seed, Duration.ZERO, recorder).runOnce();
        }
    }

    private int mostAtOnce() {
        int most = 0;
        int now = 0;
        for (String step : steps) {
            now += step.startsWith("+") ? 1 : -1;
            most = Math.max(most, now);
        }
        return most;
    }

    private class Noting implements Fault {

        private final String name;
        private final String target;
        private final Set<String> instances;
        private final boolean healsLast;

        Noting(String name, String target, Set<String> instances, boolean healsLast) {
            this.name = name;
            this.target = target;
            this.instances = instances;
            this.healsLast = healsLast;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String target() {
            return target;
        }

        @Override
        public void begin() {
            steps.add("+ " + title());
        }

        @Override
        public void heal() {
            steps.add("- " + title());
        }

        @Override
        public Set<String> instances() {
            return instances;
        }

        @Override
        public boolean healsLast() {
            return healsLast;
        }
    }
}
