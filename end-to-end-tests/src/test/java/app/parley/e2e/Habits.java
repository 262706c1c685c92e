package app.parley.e2e;

import static app.parley.e2e.People.path;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.e2e.PublicApi.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What people read, and what they keep for themselves, made up. */
final class Habits {

    /** Who has read where. */
    private record Reader(UUID user, UUID conversation) {}

    private final Random random;
    private final Sayings sayings;
    private final Map<Reader, Long> read = new HashMap<>();

    Habits(Random random, Sayings sayings) {
        this.random = random;
        this.sayings = sayings;
    }

    /** Reads all that the device has. Answers whether there was anything. */
    boolean read(Device device, UUID conversation) {
        long upTo = device.log(conversation).advance();
        if (upTo == 0) {
            return false;
        }
        device.read(conversation, upTo);
        read.merge(new Reader(device.session().user(), conversation), upTo, Math::max);
        return true;
    }

    /** Up to where somebody has read. */
    long read(Someone someone, UUID conversation) {
        return read.getOrDefault(new Reader(someone.account().id(), conversation), 0L);
    }

    /** Does something with the conversation, or one of the messages that somebody has seen, if there are any. */
    boolean keep(Someone by, UUID conversation, List<Long> seen) {
        if (seen.isEmpty()) {
            return false;
        }
        String any = "/" + seen.get(random.nextInt(seen.size()));
        Answer answer = switch (random.nextInt(12)) {
            case 0, 1, 2 -> by.call("PUT", path(conversation, "/stars" + any), null);
            case 3 -> by.call("DELETE", path(conversation, "/stars" + any), null);
            case 4, 5 -> by.call("PUT", path(conversation, "/hidden" + any), null);
            case 6 -> {
                long early = seen.get(random.nextInt(seen.size() / 4 + 1));
                yield by.call("POST", path(conversation, "/hidden"), Map.of("upTo", early));
            }
            default -> by.call("PATCH", path(conversation, "/personal"), personal());
        };
        boolean starless = answer.status() == 404 && answer.code().equals("unknown_message");
        assertThat(answer.status() / 100 == 2 || starless).as(answer.toString()).isTrue();
        return true;
    }

    private Map<String, ?> personal() {
        return switch (random.nextInt(6)) {
            case 0 -> Map.of("muted", random.nextInt(3) > 0);
            case 1 -> Map.of("mutedUntil", Instant.now().plus(1 + random.nextInt(9), ChronoUnit.DAYS));
            case 2 -> Map.of("archived", random.nextBoolean());
            case 3 -> Map.of("pinned", random.nextInt(3) > 0);
            case 4 -> Map.of("draft", Map.of());
            default -> Map.of("draft", Map.of("type", "text", "text", sayings.text()));
        };
    }
}
