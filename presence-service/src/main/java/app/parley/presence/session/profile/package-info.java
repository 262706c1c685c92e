/** Has passwords and codes checked by profile-service. */
@NullMarked
package app.parley.presence.session.profile;

import org.jspecify.annotations.NullMarked;
