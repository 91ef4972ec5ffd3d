/** What a person owes, on pages and over the API. */
package se.mandat.web.obligation;
