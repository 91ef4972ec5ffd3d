/**
 * Units, people and the line of managers, as the identity provider last told them. Nobody is entered here by hand: what
 * is wrong in the organisation is put right in the identity provider.
 */
package se.mandat.organisation;
