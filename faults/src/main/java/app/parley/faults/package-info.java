/** Breaks a running suite on purpose, and judges what its clients saw against the delivery contract. */
@NullMarked
package app.parley.faults;

import org.jspecify.annotations.NullMarked;
