/**
 * Starts all that Mandat needs on one machine and ends it again: PostgreSQL, Keycloak and WildFly with the application.
 * The run command, the tests against a running system and the benchmarks share it.
 */
package se.mandat.launcher;
