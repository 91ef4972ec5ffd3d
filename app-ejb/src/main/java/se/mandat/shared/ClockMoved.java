package se.mandat.shared;

import java.time.Instant;

/** On this node it is this time now, and will be until it is moved again: the clock is a simulated one. */
public record ClockMoved(Instant now) {}
