/** Access tokens, and the keys that sign them. */
@NullMarked
package app.parley.presence.token;

import org.jspecify.annotations.NullMarked;
