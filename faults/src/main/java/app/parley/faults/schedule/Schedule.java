package app.parley.faults.schedule;

import app.parley.faults.fault.Fault;
import app.parley.faults.record.Event;
import app.parley.faults.record.Recorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Breaks one thing after the other, each of them before any of them again, in an order that the seed decides. */
public final class Schedule {

    private final List<Fault> faults;
    private final Random random;
    private final Duration rest;
    private final Recorder recorder;

    /**
     * @param rest how long the suite may recover after each
     */
    public Schedule(List<Fault> faults, long seed, Duration rest, Recorder recorder) {
        this.faults = List.copyOf(faults);
        this.random = new Random(seed);
        this.rest = rest;
        this.recorder = recorder;
    }

    /** Goes on until the time is over, and once through all of them in any case if asked to. */
    public void run(Duration time, boolean allAtLeastOnce) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        int number = 0;
        for (boolean first = true; first || System.nanoTime() < end; first = false) {
            List<Fault> round = new ArrayList<>(faults);
            Collections.shuffle(round, random);
            for (Fault fault : round) {
                Thread.sleep(rest);
                if (System.nanoTime() >= end && !(first && allAtLeastOnce)) {
                    return;
                }
                inject(++number, fault);
            }
        }
    }

    private void inject(int number, Fault fault) throws InterruptedException {
        recorder.note(new Event.FaultBegan(number, fault.name(), fault.target()));
        try {
            fault.begin();
        } finally {
            fault.heal();
            recorder.note(new Event.FaultHealed(number));
        }
    }
}
