/** One-time codes: sent to an address, good for one purpose, for some minutes and some tries. */
@NullMarked
package app.parley.profile.code;

import org.jspecify.annotations.NullMarked;
