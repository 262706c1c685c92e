/** Finding people by the phone numbers of an address book, within a quota. */
@NullMarked
package app.parley.profile.discovery;

import org.jspecify.annotations.NullMarked;
