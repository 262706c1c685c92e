/** PostgreSQL, Redis, Cassandra and an S3 server, each started and stopped as a process of its own. */
@NullMarked
package app.parley.stores;

import org.jspecify.annotations.NullMarked;
