/** Tests of the rules. */
@NullMarked
package app.parley.faults.check;

import org.jspecify.annotations.NullMarked;
