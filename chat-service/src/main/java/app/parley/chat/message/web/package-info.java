/** Messages over REST. */
@NullMarked
package app.parley.chat.message.web;

import org.jspecify.annotations.NullMarked;
