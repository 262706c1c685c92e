/** What other services may ask of profile-service: credentials and conversations. */
@NullMarked
package app.parley.profile.api;

import org.jspecify.annotations.NullMarked;
