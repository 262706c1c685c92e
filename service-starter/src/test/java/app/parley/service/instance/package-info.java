@NullMarked
package app.parley.service.instance;

import org.jspecify.annotations.NullMarked;
