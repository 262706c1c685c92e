/** Tests of the relays, on real sockets. */
@NullMarked
package app.parley.faults.relay;

import org.jspecify.annotations.NullMarked;
