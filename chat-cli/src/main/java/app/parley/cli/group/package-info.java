/** Groups: which there are, what can be done with them, and what is told of them. */
@NullMarked
package app.parley.cli.group;

import org.jspecify.annotations.NullMarked;
