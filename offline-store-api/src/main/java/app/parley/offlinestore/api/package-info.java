/** What other services may ask of offline-store-service: to append, acknowledge, mark read, and to read back. */
@NullMarked
package app.parley.offlinestore.api;

import org.jspecify.annotations.NullMarked;
