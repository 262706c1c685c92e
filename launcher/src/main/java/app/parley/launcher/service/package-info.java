/** A Parley service as a process: unpacked, started from an AOT cache, watched until it is ready. */
@NullMarked
package app.parley.launcher.service;

import org.jspecify.annotations.NullMarked;
