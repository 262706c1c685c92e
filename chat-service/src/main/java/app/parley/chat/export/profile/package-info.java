/** What profile-service keeps of somebody. */
@NullMarked
package app.parley.chat.export.profile;

import org.jspecify.annotations.NullMarked;
