package se.mandat.organisation;

import java.time.Instant;
import java.util.Set;

/**
 * The identity provider has been read. Told within the reading's transaction, after the people have been written and
 * before it commits; {@link Directory#now()} already answers with the new organisation there. An observer that fails
 * undoes the reading.
 *
 * @param left the user names of those who may hold nothing any more and could before: disabled, gone, or made auditors
 */
public record DirectoryRead(Instant at, Set<String> left) {

    public DirectoryRead {
        left = Set.copyOf(left);
    }
}
