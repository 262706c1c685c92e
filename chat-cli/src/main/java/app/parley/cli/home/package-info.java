/** The folder in which a device remembers itself between runs. */
@NullMarked
package app.parley.cli.home;

import org.jspecify.annotations.NullMarked;
