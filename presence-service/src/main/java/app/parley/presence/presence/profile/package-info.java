/** Asks profile-service what people let others see. */
@NullMarked
package app.parley.presence.presence.profile;

import org.jspecify.annotations.NullMarked;
