/** The connection to a Parley server and what it keeps in step. */
@NullMarked
package app.parley.cli.client;

import org.jspecify.annotations.NullMarked;
