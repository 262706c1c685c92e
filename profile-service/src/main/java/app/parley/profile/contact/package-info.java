/** Address books: whom people know, and what they call them. */
@NullMarked
package app.parley.profile.contact;

import org.jspecify.annotations.NullMarked;
