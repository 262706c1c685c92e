/** Operating system processes: who they are, how they are stopped, and how a later run finds what an earlier one left. */
@NullMarked
package app.parley.launcher.process;

import org.jspecify.annotations.NullMarked;
