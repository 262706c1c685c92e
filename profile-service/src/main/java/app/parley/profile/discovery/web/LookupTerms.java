package app.parley.profile.discovery.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** How numbers are to be hashed, and how many may be looked up. */
record LookupTerms(
        @Schema(example = "SHA-256") String algorithm,

        @Schema(description = "Comes before the number; the same for everybody, for as long as the deployment lives")
        String salt,

        @Schema(description = "How many hashes one request may have", example = "1000")
        int most,

        @Schema(description = "How many numbers one may look up now, beside those that one looked up before")
        int remaining) {}
