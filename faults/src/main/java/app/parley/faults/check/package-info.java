/** The delivery contract as rules over a record. */
@NullMarked
package app.parley.faults.check;

import org.jspecify.annotations.NullMarked;
