package app.parley.profile.personal.web;

import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of a conversation that one does not want to see any more: single ones, all up to one, or both. */
@Schema(extensions = @Extension(properties = @ExtensionProperty(name = "x-partial", value = "true")))
record HiddenMessages(
        @Size(max = 200)
        @Schema(
                description = "The sequence numbers of single ones, 200 at most",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        List<@NotNull @Min(1) @Max(Seq.MOST) Long> seqs,

        @Min(1)
        @Max(Seq.MOST)
        @Schema(
                description = "All up to and with this sequence number, which must not be beyond what one knows: who"
                        + " clears a conversation does not mean what comes later",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Long upTo) {}
