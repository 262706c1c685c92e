/** TCP relays that stand between the instances of a suite, and disturb what they carry. */
@NullMarked
package app.parley.faults.relay;

import org.jspecify.annotations.NullMarked;
