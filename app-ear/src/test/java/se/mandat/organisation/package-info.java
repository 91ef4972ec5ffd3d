/** How the real identity provider is read, and what follows when somebody there has left. */
package se.mandat.organisation;
