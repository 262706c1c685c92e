/** Conversations over HTTP. */
@NullMarked
package app.parley.profile.conversation.web;

import org.jspecify.annotations.NullMarked;
