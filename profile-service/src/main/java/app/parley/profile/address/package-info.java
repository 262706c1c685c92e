/** E-mail addresses and phone numbers: how they are written, and whose they are. */
@NullMarked
package app.parley.profile.address;

import org.jspecify.annotations.NullMarked;
