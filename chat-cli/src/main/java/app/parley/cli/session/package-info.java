/** Who is logged in: accounts, sessions and tokens over REST. */
@NullMarked
package app.parley.cli.session;

import org.jspecify.annotations.NullMarked;
