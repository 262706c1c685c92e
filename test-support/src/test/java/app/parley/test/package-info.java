/** Shows that the stores serve and that the rules can be broken. */
@NullMarked
package app.parley.test;

import org.jspecify.annotations.NullMarked;
