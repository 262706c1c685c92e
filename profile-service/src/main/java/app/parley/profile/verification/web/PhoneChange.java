package app.parley.profile.verification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** What people change about their phone number. */
record PhoneChange(
        @NotNull @Schema(description = "Whether who knows the number finds the account by it")
        Boolean discoverable) {}
