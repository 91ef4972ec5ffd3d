/** The part of the benchmarks that runs in the server, beside the application, so that use cases are timed alone. */
package se.mandat.bench.inside;
