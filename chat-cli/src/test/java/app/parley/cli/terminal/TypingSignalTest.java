package app.parley.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TypingSignalTest {

    private final List<Boolean> told = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final TypingSignal signal = new TypingSignal(told::add, now::get);

    @Test
    void typingIsToldOnceAndAgainAfterAWhile() {
        signal.edited("h");
        signal.edited("he");
        assertThat(told).containsExactly(true);

        now.addAndGet(Duration.ofSeconds(3).toNanos());
        signal.edited("hel");
        assertThat(told).containsExactly(true, true);
    }

    @Test
    void anEmptiedLineEndsIt() {
        signal.edited("h");
        signal.edited("");
        assertThat(told).containsExactly(true, false);
    }

    @Test
    void anEnteredLineEndsItWithoutAWord() {
        signal.edited("h");
        signal.entered();
        signal.edited("");
        assertThat(told).containsExactly(true);
    }

    @Test
    void aCommandIsNotTyping() {
        signal.edited("/to bob");
        assertThat(told).isEmpty();
    }
}
