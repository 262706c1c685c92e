/** Exports over REST. */
@NullMarked
package app.parley.chat.export.web;

import org.jspecify.annotations.NullMarked;
