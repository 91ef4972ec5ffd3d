/**
 * What a test needs to meet the real application: one system for the whole suite, started by the launcher before the
 * first test and ended after the last one; and the journeys and page tests themselves.
 *
 * <p>A test that talks to it over HTTP or in a browser extends {@link se.mandat.running.ClientTest} or {@link
 * se.mandat.running.BrowserTest}; one that must stand inside, beside the use cases and their transactions, extends {@link
 * se.mandat.running.InsideTest}. Test classes end in {@code IT}.
 */
package se.mandat.running;
