/** Keeps every conversation's log and what of it waits for each device. */
@NullMarked
package app.parley.offlinestore;

import org.jspecify.annotations.NullMarked;
