/** What every page and every call shares: language, refusals, forms, the frame around a page. */
package se.mandat.web.platform;
