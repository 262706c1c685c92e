package app.parley.gateway.health;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** The whole: up only if every part is. */
public record Health(
        @Schema(description = "UP if every part is ready, otherwise DOWN")
        String status,

        @Schema(description = "The services and the gateway's Redis, by name")
        Map<String, Part> parts) {

    static Health of(Map<String, Part> parts) {
        return new Health(parts.values().stream().allMatch(Part::ready) ? Part.UP : Part.DOWN, parts);
    }

    public boolean ready() {
        return status.equals(Part.UP);
    }
}
