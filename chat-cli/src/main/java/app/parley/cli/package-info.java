/** A terminal client of Parley: an independent user of its public API. */
@NullMarked
package app.parley.cli;

import org.jspecify.annotations.NullMarked;
