/** The frames of the WebSocket protocol {@code parley.v1+json}, as this client speaks it. */
@NullMarked
package app.parley.cli.frame;

import org.jspecify.annotations.NullMarked;
