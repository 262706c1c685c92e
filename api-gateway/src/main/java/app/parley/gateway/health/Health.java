package app.parley.gateway.health;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** The whole: what its parts are together. */
public record Health(
        @Schema(
                description = "UP if every instance of every part is ready, DEGRADED if each part has one that is,"
                        + " otherwise DOWN")
        String status,

        @Schema(description = "The services and the gateway's Redis, by name")
        Map<String, Part> parts) {

    private static final String DEGRADED = "DEGRADED";

    static Health of(Map<String, Part> parts) {
        if (!parts.values().stream().allMatch(Part::ready)) {
            return new Health(Part.DOWN, parts);
        }
        boolean complete =
                parts.values().stream().allMatch(part -> part.notReady().isEmpty());
        return new Health(complete ? Part.UP : DEGRADED, parts);
    }

    /** Whether Parley serves, with all of its instances or with fewer. */
    public boolean ready() {
        return !status.equals(Part.DOWN);
    }
}
