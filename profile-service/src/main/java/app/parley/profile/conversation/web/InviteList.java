package app.parley.profile.conversation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The invites of a group. */
record InviteList(@Schema(description = "The oldest first") List<InviteView> invites) {}
