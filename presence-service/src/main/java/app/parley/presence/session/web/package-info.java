/** Sessions as REST, and the gate that turns revoked devices away. */
@NullMarked
package app.parley.presence.session.web;

import org.jspecify.annotations.NullMarked;
