/** A stand-in for one class of Cassandra that the JDK no longer allows. */
@NullMarked
package org.apache.cassandra.security;

import org.jspecify.annotations.NullMarked;
