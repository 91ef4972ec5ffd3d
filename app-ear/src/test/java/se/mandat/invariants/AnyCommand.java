package se.mandat.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

/**
 * One command of somebody's on a case, of whatever kind. What it says follows from {@code seed} and from how the case
 * then looks, so that a sequence of them can be played again on another case.
 *
 * @param call the command's name, as in a case's rights
 */
record AnyCommand(String person, String call, long seed) {

    static final List<String> CALLS = List.of(
            "decision",
            "referral",
            "outcome",
            "appointment",
            "response",
            "appeal",
            "objection",
            "proposal",
            "withdrawal",
            "merge",
            "ownership",
            "handover",
            "action",
            "progress",
            "action/completion",
            "contributions/completion",
            "contributions/decline",
            "contributions/cancellation",
            "effect-review",
            "extensions",
            "extensions/decision",
            "pauses",
            "pauses/end",
            "voices",
            "messages",
            "following",
            "acknowledgement",
            "answer");

    static final List<String> PEOPLE = List.of(
            "eva", "per", "karin", "sara", "amir", "bodil", "noor", "tove", "ola", "lina", "gun", "hugo", "erik",
            "maja", "britt", "astrid", "stina", "sten");

    private static final List<String> UNITS =
            List.of(Raising.KUNDSERVICE, Raising.BIBLIOTEK, Raising.GATA, "nordvik/teknik/vatten", "nordvik/ekonomi");

    private static final List<Long> COSTS = List.of(0L, 3_000L, 30_000L, 300_000L);

    static AnyCommand by(String person, Random random) {
        return new AnyCommand(person, one(CALLS, random), random.nextLong());
    }

    /** The call's own address below a case's, when everybody owes what {@code seen} says. */
    String path(JsonNode seen) {
        if (call.equals("extensions/decision")) {
            return "extensions/" + asked(timed(seen)) + "/decision";
        }
        if (call.equals("pauses/end")) {
            return "pauses/" + timed(seen).path("id").asText() + "/end";
        }
        if (!call.startsWith("contributions/")) {
            return call;
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode obligation : seen.path("obligations")) {
            boolean open = obligation.path("state").asText().equals("OPEN");
            boolean cancels = call.endsWith("cancellation");
            boolean mine = obligation.path("debtor").asText().equals(person) || cancels;
            boolean asked = obligation.path("kind").asText().equals("CONTRIBUTE")
                    || cancels && obligation.path("appoints").asText().equals("CONTRIBUTE");
            if (asked && open && mine) {
                ids.add(obligation.path("id").asText());
            }
        }
        String id = ids.isEmpty() ? "00000000-0000-4000-8000-000000000000" : one(ids, new Random(seed));
        return call.replace("contributions/", "contributions/" + id + "/");
    }

    /** The obligation whose time the call is about: one that grants it, or else any. */
    JsonNode timed(JsonNode seen) {
        List<JsonNode> granting = new ArrayList<>();
        for (JsonNode obligation : seen.path("obligations")) {
            for (JsonNode right : obligation.path("rights")) {
                if (right.asText().equals(call)) {
                    granting.add(obligation);
                }
            }
        }
        return granting.isEmpty() ? seen.path("obligations").get(0) : one(granting, new Random(seed));
    }

    private static String asked(JsonNode obligation) {
        for (JsonNode extension : obligation.path("extensions")) {
            if (extension.path("state").asText().equals("ASKED")) {
                return extension.path("id").asText();
            }
        }
        return "00000000-0000-4000-8000-000000000000";
    }

    /** A little later than it is due. */
    private static String later(JsonNode obligation) {
        WorkingCalendar calendar = WorkingCalendar.standard();
        Instant due = OffsetDateTime.parse(obligation.path("dueAt").asText()).toInstant();
        return calendar.plus(due, WorkingTime.hours(1)).toString();
    }

    String method() {
        return call.equals("following") ? new Random(seed).nextBoolean() ? "PUT" : "DELETE" : "POST";
    }

    /**
     * What is sent; null for nothing.
     *
     * @param seen the case as they have read it
     * @param others numbers of other cases
     * @param today the day that it is
     */
    String body(JsonNode seen, List<String> others, LocalDate today) {
        Random random = new Random(seed);
        return switch (call) {
            case "decision" -> decision(random, today).toString();
            case "referral" -> Raising.json("units", some(UNITS, random), "reason", "Det hör till dem");
            case "outcome" -> Raising.json("outcome", outcome(random), "reason", "Så gick det");
            case "appointment" -> Raising.json("person", one(PEOPLE, random));
            case "response" -> Raising.json("accept", random.nextInt(4) > 0);
            case "appeal", "objection", "withdrawal", "contributions/cancellation" -> Raising.json("reason", "Därför");
            case "proposal" ->
                Raising.json(
                        "text",
                        "En ramp",
                        "cost",
                        one(COSTS, random),
                        "reversible",
                        random.nextBoolean(),
                        "units",
                        some(UNITS, random));
            case "merge" -> Raising.json("into", one(others, random), "reason", "Samma sak");
            case "ownership" ->
                random.nextInt(3) > 0
                        ? Raising.json("accept", true)
                        : Raising.json("accept", false, "betterOwner", one(PEOPLE, random), "reason", "Hinner inte");
            case "handover" -> Raising.json("to", one(PEOPLE, random), "reason", "Du kan det bättre");
            case "action" ->
                Raising.json(
                        "what",
                        "En ramp",
                        "dueOn",
                        workingDay(today.plusDays(1 + random.nextInt(12))).toString(),
                        "contributors",
                        random.nextInt(3) == 0 ? contributors(random, today) : null);
            case "progress", "action/completion", "contributions/completion", "answer" ->
                Raising.json("text", "Det är gjort");
            case "contributions/decline" -> Raising.json("better", one(PEOPLE, random), "reason", "Hinner inte");
            case "effect-review" ->
                Raising.json(
                        "verdict",
                        one(List.of("EFFECTIVE", "PARTLY", "NOT_EFFECTIVE", "NOT_EFFECTIVE"), random),
                        "evidence",
                        Map.of("kind", "OBSERVED", "text", "Jag såg det"),
                        "despiteNewVoice",
                        random.nextBoolean() ? "Det var före" : null);
            case "extensions" ->
                Raising.json(
                        "obligation",
                        timed(seen).path("id").asText(),
                        "dueAt",
                        later(timed(seen)),
                        "reason",
                        "Hinner inte");
            case "extensions/decision" -> Raising.json("approved", random.nextInt(3) > 0, "reason", "Jag förstår");
            case "pauses" ->
                Raising.json(
                        "obligation",
                        timed(seen).path("id").asText(),
                        "until",
                        workingDay(today.plusDays(1 + random.nextInt(4))).toString(),
                        "cause",
                        "Leverantören svarar inte");
            case "pauses/end" -> "{}";
            case "voices" ->
                Raising.json(
                        "words",
                        "Jag kom inte in",
                        "goal",
                        "Komma in",
                        "outcome",
                        outcome(random),
                        "sensitive",
                        random.nextInt(5) == 0);
            case "messages" -> Raising.json("text", "Hur går det?");
            case "acknowledgement" ->
                random.nextBoolean()
                        ? Raising.json("understood", true)
                        : Raising.json("understood", false, "question", "Varför?");
            case "following" -> null;
            default -> throw new IllegalStateException(call);
        };
    }

    private ObjectNode decision(Random random, LocalDate today) {
        String verdict = one(List.of("APPROVED", "APPROVED", "AMENDED", "REJECTED"), random);
        ObjectNode decision = Raising.node("verdict", verdict, "reason", "Så blir det");
        if (verdict.equals("AMENDED") || random.nextInt(5) == 0) {
            decision.set("proposal", Raising.proposal(one(COSTS, random), random.nextBoolean(), some(UNITS, random)));
        }
        if (!verdict.equals("REJECTED") && random.nextInt(3) == 0) {
            decision.put("owner", one(PEOPLE, random));
        }
        if (!verdict.equals("REJECTED") && random.nextInt(4) == 0) {
            decision.set(
                    "contributors",
                    Raising.node("c", contributors(random, today)).get("c"));
        }
        return decision;
    }

    /** By a day on which people work, by none, or now and then by one on which nobody can be held to it. */
    private static List<ObjectNode> contributors(Random random, LocalDate today) {
        LocalDate dueOn =
                switch (random.nextInt(8)) {
                    case 0 -> today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
                    case 1 -> today.minusDays(1 + random.nextInt(5));
                    case 2, 3, 4 -> workingDay(today.plusDays(1 + random.nextInt(8)));
                    default -> null;
                };
        return List.of(Raising.node(
                "to", one(PEOPLE, random), "what", "Mät upp", "dueOn", dueOn == null ? null : dueOn.toString()));
    }

    static String outcome(Random random) {
        return one(List.of("REACHED", "DETOUR", "DETOUR", "NOT_REACHED", "HARMED"), random);
    }

    static LocalDate workingDay(LocalDate day) {
        LocalDate working = day;
        while (working.getDayOfWeek() == DayOfWeek.SATURDAY || working.getDayOfWeek() == DayOfWeek.SUNDAY) {
            working = working.plusDays(1);
        }
        return working;
    }

    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> some(List<String> of, Random random) {
        return random.nextInt(3) == 0
                ? List.of()
                : random.nextBoolean()
                        ? List.of(one(of, random))
                        : List.of(of.get(0), of.get(1 + random.nextInt(of.size() - 1)));
    }
}
