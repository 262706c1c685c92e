/** Password hashing with Argon2id. */
@NullMarked
package app.parley.profile.password.argon2;

import org.jspecify.annotations.NullMarked;
