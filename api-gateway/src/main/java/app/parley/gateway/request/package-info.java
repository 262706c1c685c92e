/** What a request must be, and what of it is passed on. */
@NullMarked
package app.parley.gateway.request;

import org.jspecify.annotations.NullMarked;
