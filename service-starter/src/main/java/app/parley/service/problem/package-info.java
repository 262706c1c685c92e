/** Errors as problem details (RFC 9457), with a stable code. */
@NullMarked
package app.parley.service.problem;

import org.jspecify.annotations.NullMarked;
