package se.mandat.web.cases;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A case as one reader may see it. Names of people and units are as they are spoken; null means that there is none. */
public record CaseSheet(
        String number,
        long version,
        String stage,
        String closedAs,
        String severity,
        Protection protection,
        Origin origin,
        Breach breach,
        Voice voice,
        List<Voice> otherVoices,
        String reading,
        Proposal proposal,
        Proposal firstProposal,
        Mandate mandate,
        List<Decision> decisions,
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
        Map<String, Asked> asks,
        List<Stop> rail,
        Beside beside,
        Talk talk,
        Set<String> rights,
        List<HistoryLine> history,
        Chain chain,
        Process process,
        long seen) {

    private static final int SHORT = 60;
    private static final Set<String> BESIDE_THE_WORK = Set.of(
            "contact", "voices", "messages", "following", "extensions", "extensions/decision", "pauses", "pauses/end");

    /** What may be done without being owed, in the order of the page. */
    public static final List<String> MORE =
            List.of("appeal", "objection", "proposal", "handover", "outcome", "merge", "withdrawal");

    public boolean closed() {
        return "CLOSED".equals(stage);
    }

    /** Whether the reader may make this call now; named as in the API. */
    public boolean may(String call) {
        return rights.contains(call);
    }

    /** Whether the form of this call is on the page; that of a contribution or of a time names its obligation. */
    public boolean offers(String call) {
        return may(call)
                || beside.contributions().stream().anyMatch(one -> one.offers(call))
                || beside.times().stream().anyMatch(one -> one.offers(call));
    }

    /** Until when the clock of what leads the case stands still; null while it runs. */
    public Instant pausedUntil() {
        return beside.times().stream()
                .filter(one -> now != null && one.id().equals(now.id()))
                .map(Time::pausedUntil)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether two have named somebody better to own it, so that their manager names an owner. */
    public boolean isDeclinedTwice() {
        return beside.matters().stream()
                        .filter(matter -> matter.kind().equals("DECLINE"))
                        .count()
                > 1;
    }

    /** Whether this reader can take the case further; telling something, following and reading contacts do not. */
    public boolean mayAct() {
        return rights.stream().anyMatch(right -> !BESIDE_THE_WORK.contains(right));
    }

    /** Whether there is anything that the reader may do and does not owe. */
    public boolean mayDoMore() {
        return MORE.stream().anyMatch(this::mayAlso);
    }

    /** Whether this stands among what the reader may do and does not owe; an appeal may be the answer that is owed. */
    public boolean mayAlso(String call) {
        return may(call) && !(call.equals("appeal") && may("response"));
    }

    /** What the reader should have read before they make this call; null when there is nothing. */
    public Asked asked(String call) {
        return asks.get(call);
    }

    /** How much others have done since the reader last looked. */
    public long news() {
        return history.stream().filter(HistoryLine::fresh).count();
    }

    /** The latest decision; null until it is decided. */
    public Decision decision() {
        return decisions.isEmpty() ? null : decisions.getLast();
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
            boolean hasContact,
            boolean sensitive,
            String mergedFrom,
            String addedBy,
            Instant addedAt) {

        /** So much of it that one voice can be told from another. */
        public String shortened() {
            return headline().length() <= SHORT
                    ? headline()
                    : headline().substring(0, SHORT).strip() + " …";
        }

        /** The customer's words, or, where they are kept from the reader, what the customer wanted. */
        public String headline() {
            return words == null ? goal : words;
        }
    }

    /**
     * @param sensitive whether a voice of the case is protected
     * @param hidden whether words and free texts are kept from this reader
     */
    public record Protection(boolean sensitive, boolean hidden) {}

    /**
     * Which other cases it hangs together with.
     *
     * @param mergedInto where it goes on; null when it does not
     * @param recurrenceOf what has happened again; null when it is new
     */
    public record Origin(String mergedInto, String recurrenceOf) {}

    /**
     * A promise to customers that was broken, in the words of that time; null on a case that broke none.
     *
     * @param promise the promise's id
     * @param consequence what follows
     */
    public record Breach(String promise, String promised, String consequence) {}

    /**
     * What the reader is asked to take a stand on.
     *
     * @param about what is to be decided ({@code OBJECTION}), or {@code HANDOVER}, {@code QUESTION}, {@code NEW_VOICE}
     * @param by the name of whoever began it; null when nobody did
     * @param text what they wrote; null when nothing
     */
    public record Asked(String about, String by, String text) {}

    /**
     * What goes on, or went on, beside the main line.
     *
     * @param owed what is owed beside what leads the case
     * @param matters appeals, objections, referrals, declines, handovers and questions, the latest first
     * @param times of each open obligation of whose time there is something to say, or which the reader may move
     */
    public record Beside(List<Owed> owed, List<Contribution> contributions, List<Matter> matters, List<Time> times) {}

    /**
     * The time of one obligation: whether its clock stands still, and who has asked for more.
     *
     * @param id the obligation's
     * @param version the obligation's
     * @param pausedUntil null while its clock runs
     * @param question what waits for an answer; null when nothing does
     * @param answered the earlier questions, the latest first
     * @param rights the calls about its time that the reader may make
     */
    public record Time(
            String id,
            long version,
            String who,
            String kind,
            Instant dueAt,
            Instant pausedUntil,
            Question question,
            List<Question> answered,
            Set<String> rights) {

        public boolean may(String call) {
            return rights.contains(call);
        }

        boolean offers(String call) {
            return call.equals("extensions/" + id) && may("extensions")
                    || question != null
                            && call.equals("extensions/" + question.id() + "/decision")
                            && may("extensions/decision")
                    || call.equals("pauses/" + id) && may("pauses")
                    || call.equals("pauses/" + id + "/end") && may("pauses/end");
        }
    }

    /**
     * A question for more time.
     *
     * @param reason null when it is kept from the reader
     * @param state as in the API
     * @param answeredBy null when nobody has answered
     * @param answer null when nothing was said about it
     */
    public record Question(
            String id,
            String by,
            Instant at,
            Instant dueAt,
            String reason,
            String state,
            String answeredBy,
            String answer) {}

    /**
     * A part of the work that somebody was asked for.
     *
     * @param id the obligation's; null before it is owed and after it has ended
     * @param version the obligation's
     * @param state of the matter, as in the API
     * @param told what was done, or why it is not needed; null when nothing was said
     * @param mine whether the reader owes it
     * @param cancellable whether the reader may do without it
     */
    public record Contribution(
            String id,
            long version,
            String who,
            String what,
            Instant dueAt,
            LocalDate dueOn,
            boolean late,
            String state,
            String told,
            boolean mine,
            boolean cancellable) {

        boolean offers(String call) {
            return id != null
                    && call.startsWith("contributions/" + id + "/")
                    && (call.endsWith("/cancellation") ? cancellable : mine);
        }
    }

    /**
     * @param whom the name of whoever was asked or named; null when nobody was
     * @param answer null when none was given
     */
    public record Matter(String kind, String by, String whom, String text, Instant at, String state, String answer) {}

    /**
     * What those concerned say to each other.
     *
     * @param recipients to whom the reader may write
     * @param takingPart whether the reader is told how it ends without following it
     */
    public record Talk(List<Message> messages, List<Choice> recipients, boolean following, boolean takingPart) {

        /** Why the reader is told how it goes, or how to be, as a message key. */
        public String told() {
            return (following ? "act.unfollow" : "act.follow") + (takingPart ? ".taking-part" : ".hint");
        }
    }

    /** @param to null means everybody concerned */
    public record Message(String by, String to, String text, Instant at) {}

    /** What the raiser, or the decider, wants to change. */
    public record Proposal(String text, Long cost, Boolean reversible, List<String> units) {}

    /** The mandate's answer as it was kept. */
    public record Mandate(String route, int rule, String reason, String table, String version) {}

    /** @param concerns what was decided, as in the API */
    public record Decision(String concerns, String verdict, String reason, String by, Instant at, boolean lapsed) {

        private static final Set<String> AS_PROPOSALS = Set.of("PROPOSAL", "APPEAL", "STEP");

        /** The message key of the verdict. */
        public String said() {
            return AS_PROPOSALS.contains(concerns) ? "verdict." + verdict : "verdict." + concerns + "." + verdict;
        }
    }

    public record Plan(String what, Instant dueAt, Instant ceiling) {}

    public record Note(String text, String by, Instant at) {}

    /**
     * @param despite why a new voice does not contradict the effect; null when none came
     * @param learned null when nothing was said
     */
    public record Review(
            String verdict,
            String kind,
            String text,
            String despite,
            String learned,
            String by,
            Instant at,
            int round) {}

    /**
     * The one sentence: who shall do what by when, and who gets it otherwise.
     *
     * @param kind what is to be done: the kind of the leading obligation, and what a decision is about
     * @param left the working time until it is due
     * @param silence what happens when nothing does, as in the API
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
            String silence,
            String next,
            Instant nextAt,
            boolean mine) {}

    /**
     * One of the six stops of a case.
     *
     * @param state {@code done}, {@code here}, {@code ahead}, or {@code skipped} when it never came there
     */
    public record Stop(String name, String state, String note) {}

    /** An obligation beside the leading one. */
    public record Owed(String who, String kind, Instant dueAt, boolean late) {}

    /**
     * @param tone {@code good}, {@code bad} or {@code plain}
     * @param fresh whether somebody else did it since the reader last looked
     */
    public record HistoryLine(long seq, Instant at, Content text, String detail, String tone, boolean fresh) {}

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
