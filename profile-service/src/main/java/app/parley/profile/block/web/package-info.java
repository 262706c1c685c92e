/** Blocks over HTTP. */
@NullMarked
package app.parley.profile.block.web;

import org.jspecify.annotations.NullMarked;
