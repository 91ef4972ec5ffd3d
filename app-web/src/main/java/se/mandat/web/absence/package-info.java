/** Who is away, and who stands in for them, on pages. */
package se.mandat.web.absence;
