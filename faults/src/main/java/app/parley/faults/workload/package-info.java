/** Real clients on the public protocol, which do by a seeded plan what people's devices do. */
@NullMarked
package app.parley.faults.workload;

import org.jspecify.annotations.NullMarked;
