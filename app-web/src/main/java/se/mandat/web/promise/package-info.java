/** What customers are promised, on the stewards' page and over the API. */
package se.mandat.web.promise;
