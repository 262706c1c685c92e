/** What happened in a run, line by line: the only thing that is judged. */
@NullMarked
package app.parley.faults.record;

import org.jspecify.annotations.NullMarked;
