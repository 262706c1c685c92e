package app.parley.profile.code;

import app.parley.profile.address.Address;
import java.util.UUID;

/**
 * What a code is to prove. There is one code at a time for each.
 *
 * @param account who proves the address, or who signs in with it
 */
public record Challenge(CodePurpose purpose, Address address, UUID account) {}
