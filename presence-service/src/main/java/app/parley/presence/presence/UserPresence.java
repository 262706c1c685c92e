package app.parley.presence.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the devices of a user are.
 *
 * @param version grows with each change of the set of devices; 0 if nothing is known of the user
 * @param since no change after this version is forgotten
 * @param gone when the last of the devices that the user no longer has was seen, or null
 */
public record UserPresence(
        UUID user,
        long version,
        long since,
        List<DevicePresence> devices,
        @Nullable Instant gone) {

    /** Whether one of the devices is online. */
    public boolean online() {
        return devices.stream().anyMatch(DevicePresence::online);
    }

    /** When the last of the devices went, or null while one is online and if none was ever there. */
    public @Nullable Instant lastSeen() {
        if (online()) {
            return null;
        }
        return Stream.concat(Stream.ofNullable(gone), devices.stream().map(DevicePresence::lastSeen))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
