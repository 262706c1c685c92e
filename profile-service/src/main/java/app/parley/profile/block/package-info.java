/** Blocks: whom people want nothing to do with. */
@NullMarked
package app.parley.profile.block;

import org.jspecify.annotations.NullMarked;
