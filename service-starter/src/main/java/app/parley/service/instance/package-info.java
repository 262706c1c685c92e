/** Services that run as several instances: which one is called, and which one is passed over. */
@NullMarked
package app.parley.service.instance;

import org.jspecify.annotations.NullMarked;
