/** Rate limits for what can be called without a token. */
@NullMarked
package app.parley.gateway.limit;

import org.jspecify.annotations.NullMarked;
