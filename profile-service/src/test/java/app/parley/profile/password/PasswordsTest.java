package app.parley.profile.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.parley.service.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final Password PASSWORD = new Password("correct horse");

    @Test
    void noMoreAreHashedAtOnceThanTheSettingSays() throws Exception {
        SlowHashing hashing = new SlowHashing();
        Passwords passwords = new Passwords(hashing, new PasswordSettings(2, Duration.ofMinutes(1)));
        hashing.close();

        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> hashes = IntStream.range(0, 10)
                    .mapToObj(i -> people.submit(() -> passwords.hash(PASSWORD)))
                    .toList();
            await().until(() -> hashing.running.get() == 2);
            hashing.open();

            for (Future<String> hash : hashes) {
                assertThat(hash.get()).isEqualTo("hash");
            }
        }
        assertThat(hashing.most.get()).isEqualTo(2);
    }

    @Test
    void whoseTurnDoesNotComeIsToldToTryAgain() throws Exception {
        SlowHashing hashing = new SlowHashing();
        Passwords passwords = new Passwords(hashing, new PasswordSettings(1, Duration.ofMillis(50)));
        hashing.close();

        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = people.submit(() -> passwords.hash(PASSWORD));
            await().until(() -> hashing.running.get() == 1);

            assertThatThrownBy(() -> passwords.check("correct horse", "hash"))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.code()).isEqualTo("unavailable");
                        assertThat(problem.getBody().getProperties()).containsEntry("retryable", true);
                    });

            hashing.open();
            assertThat(first.get()).isEqualTo("hash");
        }
        assertThat(passwords.check("correct horse", "hash")).isInstanceOf(PasswordCheck.Right.class);
    }

    /** Hashes that last until they are let go. */
    private static final class SlowHashing implements PasswordHashing {

        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile CountDownLatch gate = new CountDownLatch(0);

        void close() {
            gate = new CountDownLatch(1);
        }

        void open() {
            gate.countDown();
        }

        @Override
        public String hash(String password) {
            work();
            return "hash";
        }

        @Override
        public boolean matches(String password, String hash) {
            work();
            return true;
        }

        @Override
        public boolean isOutdated(String hash) {
            return false;
        }

        private void work() {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                running.decrementAndGet();
            }
        }
    }
}
