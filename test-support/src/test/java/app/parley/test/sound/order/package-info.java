/** Orders. */
@NullMarked
package app.parley.test.sound.order;

import org.jspecify.annotations.NullMarked;
