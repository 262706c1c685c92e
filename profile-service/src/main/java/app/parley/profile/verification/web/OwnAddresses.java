package app.parley.profile.verification.web;

import app.parley.profile.address.AddressKind;
import app.parley.profile.address.VerifiedAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one can be reached, as one has proved; nobody else sees it. */
record OwnAddresses(
        @Schema(
                types = {"object", "null"},
                description = "null if one has none")
        @Nullable
        Email email,

        @Schema(
                types = {"object", "null"},
                description = "null if one has none")
        @Nullable
        Phone phone) {

    @Schema(name = "OwnEmail")
    record Email(@Schema(example = "ada@example.org") String address, Instant verifiedAt) {}

    @Schema(name = "OwnPhone")
    record Phone(
            @Schema(description = "In E.164", example = "+442079460123")
            String address,

            Instant verifiedAt,

            @Schema(description = "Whether who knows the number finds the account by it")
            boolean discoverable) {}

    static OwnAddresses of(List<VerifiedAddress> addresses) {
        return new OwnAddresses(
                of(AddressKind.EMAIL, addresses)
                        .map(email -> new Email(email.address(), email.verifiedAt()))
                        .orElse(null),
                of(AddressKind.PHONE, addresses)
                        .map(phone -> new Phone(phone.address(), phone.verifiedAt(), phone.discoverable()))
                        .orElse(null));
    }

    private static Optional<VerifiedAddress> of(AddressKind kind, List<VerifiedAddress> addresses) {
        return addresses.stream().filter(one -> one.kind() == kind).findAny();
    }
}
