/** Hears from profile-service whose privacy has changed. */
@NullMarked
package app.parley.chat.sight.web;

import org.jspecify.annotations.NullMarked;
