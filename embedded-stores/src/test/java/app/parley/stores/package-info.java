/** Shows that each store starts, keeps its data and leaves nothing behind. */
@NullMarked
package app.parley.stores;

import org.jspecify.annotations.NullMarked;
