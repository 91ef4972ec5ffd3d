/** What can be seen across cases, on pages, over the API and as a feed. */
package se.mandat.web.insight;
