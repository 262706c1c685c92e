/** The push service that the suite calls. */
@NullMarked
package app.parley.faults.push;

import org.jspecify.annotations.NullMarked;
