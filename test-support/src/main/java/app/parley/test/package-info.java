/** Tests on real stores, and the rules that every service's packages follow. */
@NullMarked
package app.parley.test;

import org.jspecify.annotations.NullMarked;
