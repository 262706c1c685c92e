/** Privacy: what people let others see of them, and what follows from it for a pair of them. */
@NullMarked
package app.parley.profile.privacy;

import org.jspecify.annotations.NullMarked;
