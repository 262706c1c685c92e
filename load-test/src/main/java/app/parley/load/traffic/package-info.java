/** Pairs that talk, and whether everything that was said arrived. */
@NullMarked
package app.parley.load.traffic;

import org.jspecify.annotations.NullMarked;
