@NullMarked
package app.parley.service.token;

import org.jspecify.annotations.NullMarked;
