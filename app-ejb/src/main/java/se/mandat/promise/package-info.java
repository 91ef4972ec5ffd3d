/** What the organisation promises its customers in public, and what it does when it breaks a promise. */
package se.mandat.promise;
