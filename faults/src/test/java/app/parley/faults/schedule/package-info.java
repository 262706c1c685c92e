/** Tests of the plan. */
@NullMarked
package app.parley.faults.schedule;

import org.jspecify.annotations.NullMarked;
