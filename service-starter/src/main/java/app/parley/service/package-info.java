/** What every Parley service has in common, as Spring Boot auto-configuration. */
@NullMarked
package app.parley.service;

import org.jspecify.annotations.NullMarked;
