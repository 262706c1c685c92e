/** A service that follows every rule. */
@NullMarked
package app.parley.test.sound;

import org.jspecify.annotations.NullMarked;
