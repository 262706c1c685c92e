/** Work that this instance repeats for as long as it runs. */
@NullMarked
package app.parley.presence.rounds;

import org.jspecify.annotations.NullMarked;
