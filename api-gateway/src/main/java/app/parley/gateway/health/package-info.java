/** Whether every part of Parley is ready. */
@NullMarked
package app.parley.gateway.health;

import org.jspecify.annotations.NullMarked;
