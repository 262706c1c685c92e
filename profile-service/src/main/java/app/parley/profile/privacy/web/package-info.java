/** Privacy over HTTP, for people and for other services. */
@NullMarked
package app.parley.profile.privacy.web;

import org.jspecify.annotations.NullMarked;
