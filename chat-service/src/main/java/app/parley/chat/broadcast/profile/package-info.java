/** Broadcast lists, from profile-service. */
@NullMarked
package app.parley.chat.broadcast.profile;

import org.jspecify.annotations.NullMarked;
