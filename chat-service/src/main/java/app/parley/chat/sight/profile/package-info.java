/** What people may see of each other, as profile-service says. */
@NullMarked
package app.parley.chat.sight.profile;

import org.jspecify.annotations.NullMarked;
