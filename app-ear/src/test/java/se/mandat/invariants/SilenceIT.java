package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static se.mandat.invariants.LaidDown.End.BROKEN;
import static se.mandat.invariants.LaidDown.End.GOES_ON;
import static se.mandat.invariants.LaidDown.End.LAPSES;
import static se.mandat.invariants.LaidDown.End.STANDS;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.mandat.api.Visitor;
import se.mandat.invariants.LaidDown.End;
import se.mandat.invariants.LaidDown.Owed;
import se.mandat.invariants.LaidDown.Stage;
import se.mandat.invariants.LaidDown.Turn;

/**
 * 3 and 4: for every kind of obligation and every way it went for the customer, silence has its price at the minutes that
 * the tables lay down, and at every minute the API and the page say whose turn it is and what comes of it.
 */
class SilenceIT extends PathTest {

    private static final LocalDateTime START = LocalDateTime.parse("2027-10-25T08:00");

    private static final Pattern SAID =
            Pattern.compile("<p class=\"sentence\">(.*?)</p>\\s*<p class=\"meta\">(.*?)</p>", Pattern.DOTALL);

    private static final List<String> WEEKDAYS = List.of("mån", "tis", "ons", "tors", "fre", "lör", "sön");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec");

    /** What a page says does not depend on how it went; times do. */
    private static final Set<String> ALSO_ON_THE_PAGE = Set.of("HARMED", "REACHED");

    private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

    private static Visitor reader;

    private final Watch watch = new Watch(this);

    /** What somebody owes and nobody does. */
    private enum Silence {
        PROPOSAL(true, "besluta om förslaget", STANDS, "DECIDE karin", "DECIDE per", "DECIDE eva"),
        DEAR_PROPOSAL(true, "besluta om förslaget", BROKEN, "DECIDE karin", "DECIDE per", "DECIDE eva"),
        QUESTION(true, "besluta om förslaget", BROKEN, "DECIDE karin", "DECIDE per", "DECIDE eva"),
        PROPOSAL_OF_THE_TOP(true, "besluta om förslaget", BROKEN, "DECIDE karin", "DECIDE per", "DECIDE britt"),
        APPEAL(true, "besluta om överklagandet", BROKEN, "DECIDE per", "DECIDE eva"),
        OBJECTION(false, "besluta om invändningen", GOES_ON, "DECIDE tove", "DECIDE eva"),
        FAILED_REVIEWS(true, "besluta hur vi går vidare", GOES_ON, "DECIDE per", "DECIDE eva"),
        REJECTION(true, "ta ställning till avslaget", LAPSES, "RESPOND sara"),
        TWO_DECLINES(true, "utse någon", BROKEN, "APPOINT tove", "APPOINT eva"),
        OWNERSHIP(
                true,
                "ta emot ägarskapet",
                BROKEN,
                "ACCEPT_OWNERSHIP lina",
                "ACCEPT_OWNERSHIP ola",
                "ACCEPT_OWNERSHIP tove",
                "ACCEPT_OWNERSHIP eva"),
        HANDOVER(false, "svara på överlämningen", LAPSES, "ACCEPT_OWNERSHIP lina"),
        ACTION(true, "genomföra åtgärden", BROKEN, "ACT hugo", "ACT gun", "ACT tove", "ACT eva"),
        CONTRIBUTION(
                false,
                "bidra till åtgärden",
                BROKEN,
                "CONTRIBUTE lina",
                "CONTRIBUTE ola",
                "CONTRIBUTE tove",
                "CONTRIBUTE eva"),
        REVIEW(true, "följa upp effekten", BROKEN, "REVIEW_EFFECT sara", "REVIEW_EFFECT per", "REVIEW_EFFECT eva"),
        REVIEW_THAT_NOBODY_ABOVE_MAY_HOLD(
                true,
                "följa upp effekten",
                BROKEN,
                "REVIEW_EFFECT sara",
                "REVIEW_EFFECT karin",
                "REVIEW_EFFECT per",
                "APPOINT steward",
                "APPOINT britt",
                "APPOINT eva"),
        ANSWER(false, "svara på frågan", BROKEN, "ANSWER karin", "ANSWER per", "ANSWER eva");

        private final boolean leads;
        private final String shall;
        private final End end;
        private final List<Turn> turns;

        Silence(boolean leads, String shall, End end, String... turns) {
            this.leads = leads;
            this.shall = shall;
            this.end = end;
            this.turns = Arrays.stream(turns)
                    .map(turn -> turn.split(" "))
                    .map(turn -> new Turn(turn[0], turn[1]))
                    .toList();
        }

        /** Whoever of the stewards has the least to do must appoint somebody. */
        List<Turn> turns(String steward) {
            return turns.stream()
                    .map(turn -> turn.debtor().equals("steward") ? new Turn(turn.kind(), steward) : turn)
                    .toList();
        }

        String shall(String kind) {
            return kind.equals("APPOINT") ? "utse någon" : shall;
        }
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(Silence.values())
                .flatMap(silence -> LaidDown.OUTCOMES.stream().map(outcome -> Arguments.of(silence, outcome)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everything")
    void silenceHasItsPriceAtTheMinutesThatAreLaidDown(Silence silence, String outcome) {
        knowTheReader();
        inside.itIs(START.toString());
        LaidDown laidDown = new LaidDown(outcome);
        String number = begin(silence, outcome);
        LocalDateTime opensAt = silence.name().startsWith("REVIEW") ? laidDown.reviewAfter(START) : null;
        LocalDateTime dueAt = silence == Silence.CONTRIBUTION ? LocalDateTime.parse("2027-10-27T17:00") : null;
        List<Stage> stages = laidDown.stages(new Owed(START, opensAt, dueAt, silence.turns(steward()), silence.end));

        for (Stage stage : stages) {
            LocalDateTime now = stage.at().plusSeconds(1);
            inside.letTimePass(number, now.toString());
            if (stage.turn() != null) {
                theApiSays(number, silence, stage);
                if (silence.leads && ALSO_ON_THE_PAGE.contains(outcome)) {
                    thePageSays(number, silence, stage, opensAt, now);
                }
            }
        }

        assertThat(entries(number, silence))
                .containsExactlyElementsOf(stages.stream()
                        .filter(stage -> stage.entry() != null)
                        .map(stage -> stage.at() + " " + stage.entry())
                        .toList());
        watch.look(number);
        watch.lookAtTheHistory(number);
    }

    private String begin(Silence silence, String outcome) {
        return switch (silence) {
            case PROPOSAL -> raised("sara", Raising.change(20_000).outcome(outcome));
            case DEAR_PROPOSAL -> decidedByKarin(outcome);
            case QUESTION -> raised("sara", Raising.question().outcome(outcome));
            case PROPOSAL_OF_THE_TOP ->
                raised("eva", Raising.change(20_000).forGood().outcome(outcome).touching(Raising.KUNDSERVICE));
            case APPEAL -> appealed(outcome);
            case OBJECTION -> objected(outcome);
            case FAILED_REVIEWS -> failedTwice(outcome);
            case REJECTION -> rejected(outcome);
            case TWO_DECLINES -> declinedTwice(outcome);
            case OWNERSHIP -> ownedBy("lina", outcome);
            case HANDOVER -> handedOver(outcome);
            case ACTION -> actingByHugo(outcome);
            case CONTRIBUTION -> contributed(outcome);
            case REVIEW -> reviewed(outcome);
            case REVIEW_THAT_NOBODY_ABOVE_MAY_HOLD -> doneByTheTop(outcome);
            case ANSWER -> asked(outcome);
        };
    }

    private String raised(String raiser, Raising raising) {
        return as(raiser).raises(raising).done().number();
    }

    private String decidedByKarin(String outcome) {
        return raised("sara", Raising.change(30_000).outcome(outcome));
    }

    private String actingByHugo(String outcome) {
        return raised("hugo", Raising.change(0).outcome(outcome).ownedBy("hugo"));
    }

    private String ownedBy(String owner, String outcome) {
        String number = decidedByKarin(outcome);
        approves("karin", number, owner);
        return number;
    }

    private String rejected(String outcome) {
        String number = decidedByKarin(outcome);
        rejects("karin", number);
        return number;
    }

    private String appealed(String outcome) {
        String number = rejected(outcome);
        as("sara").does(number, "appeal", "reason", "Det behövs").done();
        return number;
    }

    private String asked(String outcome) {
        String number = rejected(outcome);
        as("sara").does(number, "response", "accept", true).done();
        as("sara")
                .does(number, "acknowledgement", "understood", false, "question", "Varför?")
                .done();
        return number;
    }

    private String objected(String outcome) {
        String number = actingByHugo(outcome);
        as("gun").does(number, "objection", "reason", "Vi har provat").done();
        return number;
    }

    private String handedOver(String outcome) {
        String number = actingByHugo(outcome);
        as("hugo")
                .does(number, "handover", "to", "lina", "reason", "Hinner inte")
                .done();
        return number;
    }

    private String contributed(String outcome) {
        String number = actingByHugo(outcome);
        plans("hugo", number, "lina");
        return number;
    }

    private void plans(String owner, String number, String contributor) {
        as(owner)
                .does(
                        number,
                        "action",
                        "what",
                        "Gräva",
                        "dueOn",
                        "2027-10-29",
                        "contributors",
                        List.of(Map.of("to", contributor, "what", "Ritningen", "dueOn", "2027-10-27")))
                .done();
    }

    private String declinedTwice(String outcome) {
        String number = ownedBy("lina", outcome);
        declines("lina", number, "gun");
        declines("gun", number, "hugo");
        return number;
    }

    private void declines(String person, String number, String better) {
        as(person)
                .does(number, "ownership", "accept", false, "betterOwner", better, "reason", "Hinner inte")
                .done();
    }

    private String reviewed(String outcome) {
        String number = ownedBy(null, outcome);
        completes("karin", number);
        return number;
    }

    private void completes(String owner, String number) {
        as(owner).does(number, "action/completion", "text", "Klart").done();
    }

    private String failedTwice(String outcome) {
        String number = ownedBy(null, outcome);
        for (int i = 0; i < 2; i++) {
            completes("karin", number);
            reviews("sara", number, "NOT_EFFECTIVE").done();
        }
        return number;
    }

    /** Owned at the top, with the deputy's help. */
    private String doneByTheTop(String outcome) {
        String number = ownedBy("eva", outcome);
        as("eva").does(number, "ownership", "accept", true).done();
        plans("eva", number, "britt");
        as("britt")
                .does(
                        number,
                        "contributions/" + obligation(number, "CONTRIBUTE", "britt") + "/completion",
                        "text",
                        "Ritat")
                .done();
        completes("eva", number);
        return number;
    }

    private String steward() {
        return tables.one("select username from person p where 'STEWARD' = any (roles) order by"
                + " (select count(*) from obligation o where o.debtor = p.username and o.state = 'OPEN'),"
                + " name, username");
    }

    private void theApiSays(String number, Silence silence, Stage stage) {
        String id = tables.one(
                "select id from obligation where case_number = ? and kind = ? and leads = ? and state = 'OPEN'",
                number,
                stage.turn().kind(),
                silence.leads);
        JsonNode owed = as("astrid").gets("/obligations/" + id).done().json();
        assertThat(Arrays.asList(
                        owed.path("debtor").asText(),
                        local(owed.path("dueAt").asText()),
                        owed.path("next").path("what").asText(),
                        owed.path("next").path("who").asText(null),
                        local(owed.path("next").path("at").asText())))
                .as(stage.toString())
                .containsExactly(
                        stage.turn().debtor(), stage.dueAt(), stage.what(), stage.who(), stage.consequenceAt());
    }

    private void thePageSays(String number, Silence silence, Stage stage, LocalDateTime opensAt, LocalDateTime now) {
        Matcher said = SAID.matcher(reader.get("/cases/" + number).body());
        assertThat(said.find()).as(number).isTrue();
        boolean late = now.isAfter(stage.dueAt());
        String shall = silence.shall(stage.turn().kind());
        String who = name(stage.turn().debtor());
        String due = moment(now, stage.dueAt());
        assertThat(words(said.group(1)))
                .as(stage.toString())
                .isEqualTo(
                        opensAt != null && now.isBefore(opensAt)
                                ? "Väntar till " + day(now, opensAt) + "; sedan ska " + who + " " + shall + " senast "
                                        + due + "."
                                : late
                                        ? who + " skulle " + shall + " senast " + due + "."
                                        : "Just nu ska " + who + " " + shall + " senast " + due + ".");
        assertThat(words(said.group(2))).as(stage.toString()).isEqualTo(otherwise(stage, now, late));
    }

    private String otherwise(Stage stage, LocalDateTime now, boolean late) {
        return switch (stage.what()) {
            case "MOVES" ->
                (late
                                ? name(stage.who()) + " har fått veta det"
                                : "Annars får " + name(stage.who()) + " veta det " + moment(now, stage.dueAt()))
                        + " och tar över " + moment(now, stage.consequenceAt()) + ".";
            case "STANDS" -> "Annars gäller förslaget, utan att någon har beslutat.";
            case "GOES_ON" -> "Annars går arbetet vidare.";
            case "LAPSES" -> "Annars står avslaget fast och ärendet avslutas.";
            case "BROKEN" ->
                (late ? "Det står" : "Annars hamnar det") + " på listan över brutna åtaganden, som alla kan läsa.";
            default -> throw new IllegalArgumentException(stage.what());
        };
    }

    /** What the clock has done with what is owed so, the first first: when, what, and to whom. */
    private List<String> entries(String number, Silence silence) {
        String kinds = silence.turns.stream()
                .map(turn -> "'" + turn.kind() + "'")
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return tables
                .rows(
                        "select h.at, split_part(h.type, '.', 2), p ->> 'rung', p ->> 'debtor', p ->> 'from', p ->>"
                                + " 'to' from history_entry h cross join lateral (select h.payload::jsonb) as j(p) where"
                                + " h.subject = ? and h.type in ('obligation.reminded.v1', 'obligation.escalated.v1',"
                                + " 'obligation.told-again.v1', 'obligation.lapsed.v1') and p ->> 'obligation' in (select"
                                + " id::text from obligation where case_number = ? and"
                                + " leads = ? and kind in (" + kinds + ")) order by h.seq",
                        number,
                        number,
                        silence.leads)
                .stream()
                .map(row -> local(row.getFirst()) + " "
                        + String.join(
                                " ",
                                row.stream().skip(1).filter(Objects::nonNull).toList()))
                .toList();
    }

    private void knowTheReader() {
        if (reader == null) {
            inside.followTheMachine();
            reader = new Visitor(system, "sv");
            reader.logIn("astrid");
        }
    }

    private String name(String username) {
        return NAMES.computeIfAbsent(username, u -> tables.one("select name from person where username = ?", u));
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replaceAll("[\\u2066-\\u2069\\u200e\\u200f]", "")
                .replace("&#39;", "'")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    private static String moment(LocalDateTime now, LocalDateTime at) {
        return day(now, at) + " %02d.%02d".formatted(at.getHour(), at.getMinute());
    }

    private static String day(LocalDateTime now, LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        String date = day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1);
        return switch ((int) ChronoUnit.DAYS.between(now.toLocalDate(), day)) {
            case -1 -> "i går";
            case 0 -> "i dag";
            case 1 -> "i morgon";
            default ->
                day.getYear() == now.getYear()
                        ? WEEKDAYS.get(day.getDayOfWeek().getValue() - 1) + " " + date
                        : date + " " + day.getYear();
        };
    }

    private static LocalDateTime local(String time) {
        String iso = time.contains("T") ? time : time.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00");
        return OffsetDateTime.parse(iso).atZoneSameInstant(Inside.STOCKHOLM).toLocalDateTime();
    }
}
