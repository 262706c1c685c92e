/** Push notifications through a service of the operator's, by HTTP. */
@NullMarked
package app.parley.chat.supervision.http;

import org.jspecify.annotations.NullMarked;
