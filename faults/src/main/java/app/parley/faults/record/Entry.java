package app.parley.faults.record;

import java.time.Instant;

/**
 * A line of a record.
 *
 * @param nanos since the record began, on a clock that nobody sets
 * @param at the time of day
 */
public record Entry(long nanos, Instant at, Event event) {}
