/** How services bear a Redis that stands still, goes, or fails over. */
@NullMarked
package app.parley.service.redis;

import org.jspecify.annotations.NullMarked;
