package se.mandat.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened to a subject. */
@Stateless
@RolesAllowed("employee")
public class History {

    @Inject
    private Chains chains;

    /**
     * All entries, the first one first.
     *
     * @param subject the number of a case; nothing is found for one that does not exist
     */
    public List<HistoryEntryView> of(String subject) {
        Map<UUID, StoredText> texts =
                chains.texts(subject).stream().collect(Collectors.toMap(StoredText::id, Function.identity()));
        return chains.links(subject).stream()
                .map(link -> HistoryEntryView.of(link, texts))
                .toList();
    }
}
