/** Orders over a socket. */
@NullMarked
package app.parley.test.sound.socket;

import org.jspecify.annotations.NullMarked;
