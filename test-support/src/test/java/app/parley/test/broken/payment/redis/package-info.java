/** Knows others' adapters. */
@NullMarked
package app.parley.test.broken.payment.redis;

import org.jspecify.annotations.NullMarked;
