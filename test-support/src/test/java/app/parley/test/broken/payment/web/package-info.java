/** Knows another feature's adapter. */
@NullMarked
package app.parley.test.broken.payment.web;

import org.jspecify.annotations.NullMarked;
