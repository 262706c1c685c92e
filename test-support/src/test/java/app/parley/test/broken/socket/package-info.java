/** Knows a feature that knows it: a cycle. */
@NullMarked
package app.parley.test.broken.socket;

import org.jspecify.annotations.NullMarked;
