/** What a password must be like, and how it is kept and checked. */
@NullMarked
package app.parley.profile.password;

import org.jspecify.annotations.NullMarked;
