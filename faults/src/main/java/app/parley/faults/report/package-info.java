/** What a run has shown, as a table. */
@NullMarked
package app.parley.faults.report;

import org.jspecify.annotations.NullMarked;
