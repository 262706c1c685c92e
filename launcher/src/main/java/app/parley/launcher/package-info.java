/** The developer stack: every store and every service of Parley as processes of one machine. */
@NullMarked
package app.parley.launcher;

import org.jspecify.annotations.NullMarked;
