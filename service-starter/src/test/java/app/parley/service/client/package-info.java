@NullMarked
package app.parley.service.client;

import org.jspecify.annotations.NullMarked;
