/** Breaks every rule of the pages on purpose, so that each can be seen to bite. */
package violations.mandat.web;
