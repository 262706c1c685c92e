/** The pages for people: the start page, the API documentation and the protocol. */
@NullMarked
package app.parley.gateway.docs;

import org.jspecify.annotations.NullMarked;
