/** A service that breaks every rule once. */
@NullMarked
package app.parley.test.broken;

import org.jspecify.annotations.NullMarked;
