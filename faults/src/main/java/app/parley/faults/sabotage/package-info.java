/** Parley with a known fault put in, to show that the tool finds it. */
@NullMarked
package app.parley.faults.sabotage;

import org.jspecify.annotations.NullMarked;
