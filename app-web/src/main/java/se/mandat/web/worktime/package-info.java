/** The days on which units are closed, on the stewards' page and over the API. */
package se.mandat.web.worktime;
