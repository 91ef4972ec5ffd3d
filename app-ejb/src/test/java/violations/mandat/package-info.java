/** Breaks every rule of the architecture on purpose, so that each can be seen to bite. */
package violations.mandat;
