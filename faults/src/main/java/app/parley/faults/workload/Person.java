package app.parley.faults.workload;

import java.util.UUID;

/**
 * An account.
 *
 * @param name what the plan calls them
 */
record Person(String name, String handle, UUID id) {}
