/** Publishes the public keys by which every service checks an access token. */
@NullMarked
package app.parley.presence.token.web;

import org.jspecify.annotations.NullMarked;
