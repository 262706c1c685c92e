/** What a run costs the processes that serve it. */
@NullMarked
package app.parley.load.cost;

import org.jspecify.annotations.NullMarked;
