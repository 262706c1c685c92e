/** Orders over HTTP. */
@NullMarked
package app.parley.test.sound.order.web;

import org.jspecify.annotations.NullMarked;
