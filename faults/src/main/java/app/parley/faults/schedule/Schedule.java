package app.parley.faults.schedule;

import app.parley.faults.fault.Fault;
import app.parley.faults.record.Event;
import app.parley.faults.record.Recorder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Breaks one thing after the other, now and then two at once, each of them before any of them again, in an order that
 * the seed decides.
 */
public final class Schedule {

    /** One in so many comes with another one. */
    private static final int PAIRS = 3;

    private final List<Fault> faults;
    private final boolean pairs;
    private final Random random;
    private final Duration rest;
    private final Recorder recorder;
    private int number;

    /**
     * @param pairs whether two faults may be there at once
     * @param rest how long the suite may recover after each
     */
    public Schedule(List<Fault> faults, boolean pairs, long seed, Duration rest, Recorder recorder) {
        this.faults = List.copyOf(faults);
        this.pairs = pairs;
        this.random = new Random(seed);
        this.rest = rest;
        this.recorder = recorder;
    }

    /** Goes on until the time is over. */
    public void run(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            for (List<Fault> together : nextRound()) {
                Thread.sleep(rest);
                if (System.nanoTime() >= end) {
                    return;
                }
                inject(together);
            }
        }
    }

    /** Goes through all of them once. */
    void runOnce() throws InterruptedException {
        for (List<Fault> together : nextRound()) {
            inject(together);
        }
    }

    private List<List<Fault>> nextRound() {
        List<Fault> round = new ArrayList<>(faults);
        Collections.shuffle(round, random);
        return paired(round);
    }

    private List<List<Fault>> paired(List<Fault> round) {
        Deque<Fault> left = new ArrayDeque<>(round);
        List<List<Fault>> plan = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Fault> together = new ArrayList<>(List.of(left.remove()));
            if (pairs && random.nextInt(PAIRS) == 0) {
                partner(together.getFirst(), left).ifPresent(partner -> {
                    left.remove(partner);
                    together.add(partner);
                });
            }
            plan.add(together);
        }
        return plan;
    }

    /** Not what is done to the same instance: nothing that was killed can stand still. */
    private static Optional<Fault> partner(Fault fault, Deque<Fault> others) {
        return others.stream()
                .filter(other -> Collections.disjoint(fault.instances(), other.instances()))
                .findFirst();
    }

    private void inject(List<Fault> together) throws InterruptedException {
        List<Begun> begun = new ArrayList<>();
        try {
            for (Fault fault : together) {
                begun.add(new Begun(++number, fault));
                recorder.note(new Event.FaultBegan(number, fault.name(), fault.target()));
                fault.begin();
            }
        } finally {
            healAll(begun);
        }
    }

    /** Mends all of them, also if one cannot be mended. */
    private void healAll(List<Begun> begun) throws InterruptedException {
        begun.sort(Comparator.comparing(some -> some.fault().healsLast()));
        try {
            heal(begun.getFirst());
        } finally {
            if (begun.size() > 1) {
                healAll(begun.subList(1, begun.size()));
            }
        }
    }

    private void heal(Begun begun) throws InterruptedException {
        begun.fault().heal();
        recorder.note(new Event.FaultHealed(begun.number()));
    }

    private record Begun(int number, Fault fault) {}
}
