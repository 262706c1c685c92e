/** Which fault comes when, by a seed. */
@NullMarked
package app.parley.faults.schedule;

import org.jspecify.annotations.NullMarked;
