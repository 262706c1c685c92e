/** What people keep for themselves, the same on all of their devices: how they see conversations and messages. */
@NullMarked
package app.parley.profile.personal;

import org.jspecify.annotations.NullMarked;
