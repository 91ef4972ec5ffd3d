package se.mandat.web.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import se.mandat.cases.ViewCase;
import se.mandat.history.History;
import se.mandat.history.HistoryEntryView;
import se.mandat.history.Verification;
import se.mandat.history.VerifyHistory;
import se.mandat.web.platform.ReaderLanguage;

/** Everything that happened to a case, whole, so that anybody can recompute the chain; and whether it is unbroken. */
@Path("/api/v1/cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HistoryApi {

    @Inject
    private ViewCase viewCase;

    @Inject
    private History history;

    @Inject
    private VerifyHistory verifyHistory;

    @Inject
    private Sentences sentences;

    @Inject
    private HttpServletRequest request;

    record Whole(List<Entry> entries) {}

    /**
     * One thing that happened.
     *
     * @param at in UTC with six decimals, as it was hashed
     * @param reason what the actor gave as the reason; null when none, or when it was erased
     * @param text what happened, as a sentence in the reader's language
     * @param payload exactly what was hashed: the facts, and of each text its id and digest
     * @param texts the texts themselves by their names in the payload, with the salt of their digest
     */
    record Entry(
            int seq,
            String type,
            String at,
            String actor,
            String onBehalfOf,
            String reason,
            String text,
            Map<String, Object> payload,
            Map<String, Written> texts,
            String hash,
            String previousHash) {}

    /** What a person wrote; content and salt are null when it was erased, or is kept from this reader. */
    record Written(UUID id, String content, String salt) {}

    /**
     * What the verification found.
     *
     * @param head the hash of the last entry as the chain's own record has it; null when that record is gone
     * @param firstBreak null when the chain is intact
     */
    record Verified(boolean intact, int entries, String head, Break firstBreak) {}

    record Break(int seq, Verification.Why why) {}

    @GET
    @Path("{number}/history")
    public Whole all(@PathParam("number") String number) {
        boolean hidden = viewCase.hides(number);
        return new Whole(history.of(number).stream()
                .map(view -> hidden ? view.withheld() : view)
                .map(this::entry)
                .toList());
    }

    @GET
    @Path("{number}/history/verification")
    public Verified verify(@PathParam("number") String number) {
        viewCase.hides(number);
        Verification found = verifyHistory.handle(number);
        return new Verified(
                found.intact(),
                found.entries(),
                found.head() == null ? null : found.head().hash(),
                found.firstBreak() == null
                        ? null
                        : new Break(found.firstBreak().seq(), found.firstBreak().why()));
    }

    private Entry entry(HistoryEntryView view) {
        Map<String, Written> texts = new TreeMap<>();
        view.texts().forEach((name, text) -> texts.put(name, new Written(text.id(), text.content(), text.salt())));
        return new Entry(
                view.seq(),
                view.type(),
                view.hashedAt(),
                view.actor(),
                view.onBehalfOf(),
                view.text("reason"),
                sentences.of(view, ReaderLanguage.of(request)),
                view.payload(),
                texts,
                view.hash(),
                view.previousHash());
    }
}
