/** profile-service says who has closed their account. */
@NullMarked
package app.parley.chat.departure.web;

import org.jspecify.annotations.NullMarked;
