/** What a user enters: messages and commands. */
@NullMarked
package app.parley.cli.command;

import org.jspecify.annotations.NullMarked;
