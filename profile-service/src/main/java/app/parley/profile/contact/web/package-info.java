/** Address books over HTTP. */
@NullMarked
package app.parley.profile.contact.web;

import org.jspecify.annotations.NullMarked;
