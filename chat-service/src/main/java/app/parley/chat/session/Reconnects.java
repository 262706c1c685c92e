package app.parley.chat.session;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Says to clients whose connection ends by our doing when to come back, so that they do not all come at once. */
@Component
public class Reconnects {

    private static final double JITTER = 0.2;

    private final ReconnectSettings settings;

    Reconnects(ReconnectSettings settings) {
        this.settings = settings;
    }

    /** For any one of so many who come back: the more there are, the longer the time over which they are spread. */
    public Duration oneOf(int clients) {
        long soonest = settings.soonest().toMillis();
        long spread = Math.max(2 * soonest, 1000L * clients / settings.perSecond());
        long within = Math.min(spread, settings.latest().toMillis());
        return Duration.ofMillis(soonest + ThreadLocalRandom.current().nextLong(within + 1));
    }

    /**
     * For one whose turn comes after so many others, nearly in their order.
     *
     * @param each how long each of the others takes
     */
    public Duration behind(long others, Duration each) {
        double nanos = Math.max(each.toNanos(), 1e9 / settings.perSecond()) * others;
        double within = Math.min(nanos, settings.latest().toNanos());
        double spread = within * (1 - JITTER * ThreadLocalRandom.current().nextDouble());
        return oneOf(1).plusNanos((long) spread);
    }
}
