/** Between the nodes: hand-over of signals, and word of devices that came and went, through Redis pub/sub. */
@NullMarked
package app.parley.chat.routing.redis;

import org.jspecify.annotations.NullMarked;
