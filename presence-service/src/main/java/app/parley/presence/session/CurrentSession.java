package app.parley.presence.session;

import app.parley.presence.device.Device;

/**
 * The live session that a request came from. An endpoint that takes it is closed to revoked devices, even while their
 * access token is valid.
 */
public record CurrentSession(Device device) {}
