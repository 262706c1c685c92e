/** A short run of the real thing. */
@NullMarked
package app.parley.faults;

import org.jspecify.annotations.NullMarked;
