/** The chat on a terminal. */
@NullMarked
package app.parley.cli.terminal;

import org.jspecify.annotations.NullMarked;
