package se.mandat.history;

/**
 * How far a chain has come.
 *
 * @param seq how many entries it has, the number of the last one
 * @param hash of the last entry; 64 zeros when there is none
 */
public record Head(int seq, String hash) {

    static final Head OF_NOTHING = new Head(0, Link.NOTHING);
}
