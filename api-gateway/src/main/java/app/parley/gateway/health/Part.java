package app.parley.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One part of Parley.
 *
 * @param status UP if at least one instance is, or what it is instead
 * @param stores what it stands on, by name, where it says
 * @param notReady which of several instances are not ready, by the part's name and their place in the settings
 * @param reason why nothing more is known; absent if the part answered
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Part(
        String status,
        Map<String, String> stores,
        List<String> notReady,
        @Nullable String reason) {

    public static final String UP = "UP";
    public static final String DOWN = "DOWN";

    public static Part up() {
        return new Part(UP, Map.of(), List.of(), null);
    }

    public static Part down(String reason) {
        return new Part(DOWN, Map.of(), List.of(), reason);
    }

    /**
     * What several instances are together.
     *
     * @param name the part's
     * @param instances what each of them is, in the order of the settings
     */
    public static Part together(String name, List<Part> instances) {
        List<String> notReady = IntStream.range(0, instances.size())
                .filter(place -> !instances.get(place).ready())
                .mapToObj(place -> name + "-" + (place + 1))
                .toList();
        Part speaker = instances.stream().filter(Part::ready).findFirst().orElse(instances.getFirst());
        return new Part(speaker.status, speaker.stores, notReady, speaker.reason);
    }

    boolean ready() {
        return status.equals(UP);
    }
}
