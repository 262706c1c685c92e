package app.parley.profile.code;

import app.parley.profile.address.Address;
import java.time.Duration;
import java.util.UUID;

/**
 * A code on its way to who is to type it in.
 *
 * @param id the same for each attempt to send it
 */
public record CodeMessage(UUID id, Address to, Code code, CodePurpose purpose, Duration expiresIn) {}
