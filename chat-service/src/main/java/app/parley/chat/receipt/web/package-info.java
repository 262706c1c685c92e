/** Receipts over REST. */
@NullMarked
package app.parley.chat.receipt.web;

import org.jspecify.annotations.NullMarked;
