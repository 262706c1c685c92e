/** A stand-in for the contract of a service, for rules to object to. */
@NullMarked
package app.parley.order.api;

import org.jspecify.annotations.NullMarked;
