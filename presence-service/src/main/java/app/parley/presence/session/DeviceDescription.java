package app.parley.presence.session;

/**
 * What a device says of itself.
 *
 * @param name for its owner to recognise it by
 * @param platform what it runs on
 */
public record DeviceDescription(String name, String platform) {}
