/** How the API and the log-in behave for everybody and everywhere, seen over HTTP on the running system. */
package se.mandat.api;
