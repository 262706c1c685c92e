/** Access tokens: who calls, and from which device. */
@NullMarked
package app.parley.service.token;

import org.jspecify.annotations.NullMarked;
