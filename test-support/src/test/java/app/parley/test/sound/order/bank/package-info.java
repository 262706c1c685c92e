/** Orders paid by another service. */
@NullMarked
package app.parley.test.sound.order.bank;

import org.jspecify.annotations.NullMarked;
