/** The whole suite through its public door, on real stores and as real processes. */
@NullMarked
package app.parley.e2e;

import org.jspecify.annotations.NullMarked;
