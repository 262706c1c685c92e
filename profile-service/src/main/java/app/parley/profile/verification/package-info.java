/** Proving with one-time codes: that an address is one's own, and, by an address, who one is. */
@NullMarked
package app.parley.profile.verification;

import org.jspecify.annotations.NullMarked;
