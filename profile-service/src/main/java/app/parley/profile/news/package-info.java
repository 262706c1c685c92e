/** Word of people whom others are to look at anew. */
@NullMarked
package app.parley.profile.news;

import org.jspecify.annotations.NullMarked;
