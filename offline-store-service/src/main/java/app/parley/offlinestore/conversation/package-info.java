/** A conversation as a state machine: who has which message, in plain Java, without a store and without threads. */
@NullMarked
package app.parley.offlinestore.conversation;

import org.jspecify.annotations.NullMarked;
