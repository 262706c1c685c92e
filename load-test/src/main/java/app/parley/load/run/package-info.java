/** The kinds of load run. */
@NullMarked
package app.parley.load.run;

import org.jspecify.annotations.NullMarked;
