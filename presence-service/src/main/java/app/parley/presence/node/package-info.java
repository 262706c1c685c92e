/** Chat nodes: their leases, the devices they hold, and what becomes of these when a node dies. */
@NullMarked
package app.parley.presence.node;

import org.jspecify.annotations.NullMarked;
