/** A device of a user, and the word that goes round when devices come, go, move or are revoked. */
@NullMarked
package app.parley.presence.device;

import org.jspecify.annotations.NullMarked;
