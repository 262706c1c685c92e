package app.parley.profile.address;

/** Where somebody can be reached, in the one spelling in which it is compared, stored and written to. */
public sealed interface Address permits EmailAddress, PhoneNumber {

    AddressKind kind();

    String value();
}
