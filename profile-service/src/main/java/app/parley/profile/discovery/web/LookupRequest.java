package app.parley.profile.discovery.web;

import app.parley.profile.address.PhoneHash;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;

/** The numbers of an address book, as hashes. */
record LookupRequest(
        @NotNull
        @Size(min = 1, max = LookupRequest.MOST)
        @Schema(
                description = "Of each number: SHA-256 of the UTF-8 text `salt` + number in E.164, in hexadecimal",
                example = "[\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"]")
        List<@NotNull @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 64 hexadecimal digits") String> hashes) {

    /** How many numbers one request may look up. */
    static final int MOST = 1000;

    Stream<PhoneHash> parsed() {
        return hashes.stream().map(PhoneHash::parse).distinct();
    }
}
