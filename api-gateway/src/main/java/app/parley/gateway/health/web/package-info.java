/** The endpoint that says whether Parley is ready. */
@NullMarked
package app.parley.gateway.health.web;

import org.jspecify.annotations.NullMarked;
