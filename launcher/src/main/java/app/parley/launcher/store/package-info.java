/** The embedded stores as parts of the stack. */
@NullMarked
package app.parley.launcher.store;

import org.jspecify.annotations.NullMarked;
