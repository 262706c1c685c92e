/** Load runs against a running Parley, through its gateway, and what they cost. */
@NullMarked
package app.parley.load;

import org.jspecify.annotations.NullMarked;
