/** What {@code ./parley} calls: up, down, status. */
@NullMarked
package app.parley.launcher.cli;

import org.jspecify.annotations.NullMarked;
