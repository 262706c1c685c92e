/** What no one but this machine's user may read: credentials, keys, passwords, made at the first start. */
@NullMarked
package app.parley.launcher.secret;

import org.jspecify.annotations.NullMarked;
