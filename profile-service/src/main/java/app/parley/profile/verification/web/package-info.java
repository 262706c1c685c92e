/** One's own addresses, and signing in by them, over HTTP. */
@NullMarked
package app.parley.profile.verification.web;

import org.jspecify.annotations.NullMarked;
