/** The rules of the domain as constraints on the fields of requests. */
@NullMarked
package app.parley.profile.rule;

import org.jspecify.annotations.NullMarked;
