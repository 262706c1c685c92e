/** The accounts and sessions that a load run works with, kept between runs. */
@NullMarked
package app.parley.load.account;

import org.jspecify.annotations.NullMarked;
