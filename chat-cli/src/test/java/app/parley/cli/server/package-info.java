/** A Parley server for tests that does what a test tells it to, on a real port. */
@NullMarked
package app.parley.cli.server;

import org.jspecify.annotations.NullMarked;
