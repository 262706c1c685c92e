/** The accounts a newcomer chats with. */
@NullMarked
package app.parley.launcher.demo;

import org.jspecify.annotations.NullMarked;
