package app.parley.presence.session;

import app.parley.presence.device.Device;
import app.parley.presence.token.AccessToken;

/** What a device gets when it logs in or refreshes. */
public record Grant(Device device, AccessToken accessToken, RefreshToken refreshToken) {}
