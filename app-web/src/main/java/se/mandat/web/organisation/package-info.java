/** Units and people, on pages and over the API. */
package se.mandat.web.organisation;
