/**
 * Working time: when the organisation is open, and what time it is so many working hours from now. Knows units only as
 * paths, {@code nordvik/teknik/gata}.
 */
package se.mandat.worktime;
