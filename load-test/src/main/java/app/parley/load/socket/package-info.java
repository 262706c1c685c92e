/** A WebSocket client that costs little, and the few frames that a load run needs. */
@NullMarked
package app.parley.load.socket;

import org.jspecify.annotations.NullMarked;
