package se.mandat.web.cases;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A case as one reader may see it. Names of people and units are as they are spoken; null means that there is none. */
public record CaseSheet(
        String number,
        long version,
        String stage,
        String closedAs,
        String severity,
        Voice voice,
        List<Voice> otherVoices,
        String reading,
        Proposal proposal,
        Proposal firstProposal,
        Mandate mandate,
        Decision decision,
        String raisedBy,
        Instant raisedAt,
        String unit,
        String owner,
        Plan plan,
        int round,
        List<Note> progress,
        List<Review> reviews,
        String effectQuestion,
        String expectedEffect,
        Now now,
        List<Stop> rail,
        List<Owed> besides,
        Set<String> rights,
        List<HistoryLine> history,
        Chain chain,
        Process process,
        long seen) {

    public boolean closed() {
        return "CLOSED".equals(stage);
    }

    /** Whether the reader may make this call now; named as in the API. */
    public boolean may(String call) {
        return rights.contains(call);
    }

    /** Whether this reader can take the case further; reading contact details does not. */
    public boolean mayAct() {
        return rights.stream().anyMatch(right -> !right.equals("contact"));
    }

    /** A customer's words, and what became of what they wanted. */
    public record Voice(
            String id,
            String words,
            String goal,
            String outcome,
            LocalDate occurredOn,
            String channel,
            boolean wantsReply,
            boolean hasContact) {}

    /** What the raiser, or the decider, wants to change. */
    public record Proposal(String text, Long cost, Boolean reversible, List<String> units) {}

    /** The mandate's answer as it was kept. */
    public record Mandate(String route, int rule, String reason, String table, String version) {}

    public record Decision(String verdict, String reason, String by, Instant at, boolean lapsed) {}

    public record Plan(String what, Instant dueAt, Instant ceiling) {}

    public record Note(String text, String by, Instant at) {}

    public record Review(String verdict, String kind, String text, String by, Instant at, int round) {}

    /**
     * The one sentence: who shall do what by when, and who gets it otherwise.
     *
     * @param kind the kind of the leading obligation
     * @param left the working time until it is due
     * @param next the name of the one who is told at the due time, or null at the top
     * @param nextAt when that one takes it over
     */
    public record Now(
            String id,
            String who,
            String onBehalfOf,
            String kind,
            Instant opensAt,
            Instant dueAt,
            Duration left,
            String next,
            Instant nextAt,
            boolean mine) {}

    /**
     * One of the six stops of a case.
     *
     * @param state {@code done}, {@code here} or {@code ahead}
     */
    public record Stop(String name, String state, String note) {}

    /** An obligation beside the leading one. */
    public record Owed(String who, String kind, Instant dueAt, boolean late) {}

    /** @param tone {@code good}, {@code bad} or {@code plain} */
    public record HistoryLine(long seq, Instant at, Content text, String detail, String tone) {}

    /** The state of the chain when it was last verified by this page, or null entries when it was not. */
    public record Chain(boolean intact, long entries, Long firstBreak) {}

    /**
     * Where the case stands in the deployed model.
     *
     * @param model the address of the model's BPMN file
     * @param here ids of the elements where it stands now
     * @param passed ids of the elements that it has passed
     */
    public record Process(String model, List<String> here, List<String> passed, List<Step> steps) {}

    public record Step(String name, String state, String description) {}
}
