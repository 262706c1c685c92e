/** The list of conversations over REST. */
@NullMarked
package app.parley.chat.inbox.web;

import org.jspecify.annotations.NullMarked;
