/** The chat for scripts: lines in, lines out. */
@NullMarked
package app.parley.cli.plain;

import org.jspecify.annotations.NullMarked;
