/** What a user can do with messages beside writing them, and all of what messages say in words. */
@NullMarked
package app.parley.cli.message;

import org.jspecify.annotations.NullMarked;
