/** Work that this instance repeats for as long as it runs. */
@NullMarked
package app.parley.service.rounds;

import org.jspecify.annotations.NullMarked;
