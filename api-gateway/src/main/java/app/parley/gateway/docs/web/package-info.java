/** The protocol, as a page. */
@NullMarked
package app.parley.gateway.docs.web;

import org.jspecify.annotations.NullMarked;
