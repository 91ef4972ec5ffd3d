/** One thing to be made better for customers, from the customer's words to an effect that somebody else has seen. */
package se.mandat.cases;
