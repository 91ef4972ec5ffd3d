/** Who may decide, told to programs. */
package se.mandat.web.mandate;
