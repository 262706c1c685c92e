/** The session to Cassandra, which counts, and the tables; {@code schema/} among the resources says what each is for. */
@NullMarked
package app.parley.offlinestore.cassandra;

import org.jspecify.annotations.NullMarked;
