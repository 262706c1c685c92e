/** Ways to break a suite, each with its way back. */
@NullMarked
package app.parley.faults.fault;

import org.jspecify.annotations.NullMarked;
