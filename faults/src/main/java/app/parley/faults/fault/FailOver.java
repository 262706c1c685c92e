package app.parley.faults.fault;

import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import app.parley.launcher.Stack;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Kills whichever Redis is the primary until the Sentinels have made another the primary, whose replica it then is. */
record FailOver(Supplier<Stack> suite, Set<String> instances) implements Fault {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(100);

    @Override
    public String name() {
        return "fail-over";
    }

    @Override
    public String target() {
        return Part.REDIS.id();
    }

    @Override
    public void begin() throws InterruptedException {
        Stack stack = suite.get();
        Instance primary = stack.redisPrimary();
        stack.kill(primary);
        long begin = System.nanoTime();
        while (stack.redisPrimary().equals(primary)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("no Sentinel names another primary than " + primary.title());
            }
            Thread.sleep(POLL);
        }
    }

    @Override
    public void heal() {
        RedisFaults.startAll(suite.get());
    }
}
