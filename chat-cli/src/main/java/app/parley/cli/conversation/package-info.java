/** What this device has of each conversation, and what it has yet to send. */
@NullMarked
package app.parley.cli.conversation;

import org.jspecify.annotations.NullMarked;
