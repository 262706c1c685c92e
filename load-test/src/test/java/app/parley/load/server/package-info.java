/** A small messaging server for tests, on a real port, which can be told to make mistakes. */
@NullMarked
package app.parley.load.server;

import org.jspecify.annotations.NullMarked;
