/**
 * What the system costs, measured on the real server and database: {@code ./mvnw -Pbench}. Each number stands beside
 * its limit, and one beyond it fails the build.
 */
package se.mandat.bench;
