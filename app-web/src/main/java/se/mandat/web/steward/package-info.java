/** The stewards' front page, what has failed, and the decision tables as they are deployed. */
package se.mandat.web.steward;
