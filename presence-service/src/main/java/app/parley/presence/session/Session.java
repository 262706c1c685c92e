package app.parley.presence.session;

import app.parley.presence.device.Device;
import java.time.Instant;

/** A device that is logged in. */
public record Session(Device device, DeviceDescription description, Instant createdAt) {}
