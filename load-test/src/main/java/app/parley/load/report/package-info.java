/** The results, for people and for documents. */
@NullMarked
package app.parley.load.report;

import org.jspecify.annotations.NullMarked;
