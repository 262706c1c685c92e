/** What people keep for themselves over HTTP. */
@NullMarked
package app.parley.profile.personal.web;

import org.jspecify.annotations.NullMarked;
