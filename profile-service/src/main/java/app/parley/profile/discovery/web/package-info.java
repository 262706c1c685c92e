/** Looking phone numbers up over HTTP. */
@NullMarked
package app.parley.profile.discovery.web;

import org.jspecify.annotations.NullMarked;
