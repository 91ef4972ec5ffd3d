/** Cases on pages and over the API. */
package se.mandat.web.cases;
