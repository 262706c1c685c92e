package app.parley.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of Parley.
 *
 * @param status UP, or what it is instead
 * @param stores what it stands on, by name, where it says
 * @param reason why nothing more is known; absent if the part answered
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Part(
        String status, Map<String, String> stores, @Nullable String reason) {

    public static final String UP = "UP";
    public static final String DOWN = "DOWN";

    public static Part up() {
        return new Part(UP, Map.of(), null);
    }

    public static Part down(String reason) {
        return new Part(DOWN, Map.of(), reason);
    }

    boolean ready() {
        return status.equals(UP);
    }
}
