/**
 * The process engine behind the ports of the other concepts, and the schema it shares with them. The only package that
 * knows which engine it is: replacing the engine means replacing this package.
 */
package se.mandat.engine;
