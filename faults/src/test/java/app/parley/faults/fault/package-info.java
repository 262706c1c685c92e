/** Tests of what can be broken. */
@NullMarked
package app.parley.faults.fault;

import org.jspecify.annotations.NullMarked;
