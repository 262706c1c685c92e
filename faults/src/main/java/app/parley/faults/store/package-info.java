/** What Cassandra holds, past all services. */
@NullMarked
package app.parley.faults.store;

import org.jspecify.annotations.NullMarked;
