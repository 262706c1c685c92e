package app.parley.profile.address;

/** What an address is. */
public enum AddressKind {
    EMAIL,
    PHONE
}
