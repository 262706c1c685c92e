package app.parley.profile.privacy.web;

import app.parley.profile.privacy.Circle;
import app.parley.profile.privacy.Privacy;
import io.swagger.v3.oas.annotations.media.Schema;

/** What one has chosen to show of oneself. */
record PrivacyView(
        @Schema(
                description =
                        "Who, of those who see `online`, sees when one was there last; one sees it only of whom one"
                                + " shows it")
        Circle lastSeen,

        @Schema(description = "Who sees whether one is there; one sees it only of whom one shows it")
        Circle online,

        @Schema(description = "Who sees what one says about oneself")
        Circle about,

        @Schema(description = "Who sees the media that shows one")
        Circle photo,

        @Schema(description = "Who sees how far one has read, where two talk; one sees it only of whom one shows it")
        Circle readReceipts,

        @Schema(description = "Who may add one to groups; by an invite one may join all the same")
        Circle groups) {

    static PrivacyView of(Privacy privacy) {
        return new PrivacyView(
                privacy.lastSeen(),
                privacy.online(),
                privacy.about(),
                privacy.photo(),
                privacy.readReceipts(),
                privacy.groups());
    }
}
