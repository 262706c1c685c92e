/** Closing one's account over REST. */
@NullMarked
package app.parley.profile.departure.web;

import org.jspecify.annotations.NullMarked;
