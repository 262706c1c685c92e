/** Has codes sent by the operator's service for e-mail and text messages. */
@NullMarked
package app.parley.profile.code.http;

import org.jspecify.annotations.NullMarked;
