package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import se.mandat.launcher.Mailbox;
import se.mandat.running.RunningSystem;

/**
 * Months in the life of an organisation, all of which follow from a seed: people raise cases, do what they owe or forget
 * it, are away, leave and come back, do the same thing twice, or two different things at once; steps fail; the system is
 * restarted. After each step the cases it touched are looked at, and after each month everything.
 */
final class Simulation {

    /** What a day is made of: the clock goes to about these times, and people do something. */
    private static final List<LocalTime> TURNS = List.of(
            LocalTime.of(8, 10),
            LocalTime.of(9, 40),
            LocalTime.of(11, 5),
            LocalTime.of(13, 15),
            LocalTime.of(14, 50),
            LocalTime.of(16, 20));

    private static final int DAYS_OF_A_MONTH = 21;
    private static final int VERIFIED = 400;
    private static final double DILIGENT = 0.12;
    private static final double FORGETFUL = 0.01;

    private static final List<String> RAISERS = List.of("sara", "amir", "hugo", "noor", "karin", "tove", "eva", "lina");
    private static final List<String> FORGETTING = List.of("ola", "noor", "per", "maja");
    private static final List<String> LEAVING = List.of("lina", "noor", "amir", "bodil");
    private static final List<String> AWAY = List.of("karin", "gun", "erik", "tove", "hugo");

    /** What only one of two can do on the same version of a case. */
    private static final Set<String> VERSIONED =
            Set.of("decision", "ownership", "action/completion", "effect-review", "response", "appeal");

    private static final Map<String, List<String>> CALLS = Map.of(
            "DECIDE", List.of("decision", "decision", "decision", "decision", "decision", "decision", "referral"),
            "RESPOND", List.of("response", "response", "appeal"),
            "APPOINT", List.of("appointment"),
            "ACCEPT_OWNERSHIP", List.of("ownership"),
            "ACT", List.of("action", "action", "progress", "action/completion", "action/completion", "handover"),
            "CONTRIBUTE", List.of("contributions/completion", "contributions/completion", "contributions/decline"),
            "REVIEW_EFFECT", List.of("effect-review"),
            "ANSWER", List.of("answer"));

    /**
     * How much is played.
     *
     * @param people how many there are besides those of the demonstration
     * @param atOnce how many act at the same moment; what happens follows from the seed alone when it is one
     * @param until the machine's time by which all of it must have been played; it stops and fails then
     */
    record Extent(long seed, int cases, int weeks, int people, int atOnce, Instant until) {}

    /** An open obligation as the database has it. */
    private record Owed(String number, String kind, String debtor) {}

    private final Extent extent;
    private final Random random;
    private final RunningSystem outside;
    private final String name;
    private final Tables tables;
    private final Watch watch;

    private final Map<String, List<String>> journals = new ConcurrentHashMap<>();
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private final Set<String> toLookAt = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> done = new ConcurrentSkipListMap<>();
    private final Set<String> letters = new HashSet<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final List<String> raisers = new ArrayList<>(RAISERS);
    private final ExecutorService people;

    private RunningSystem.Simulated simulated;
    private Instant now;
    private int moves;
    private boolean restarted;

    /** @param outside the system beside which it runs */
    Simulation(RunningSystem outside, String name, Extent extent) {
        this.outside = outside;
        this.name = name;
        this.extent = extent;
        this.random = new Random(extent.seed());
        if (extent.people() > 0) {
            raisers.addAll(outside.directory().add(extent.people()));
        }
        this.people = Executors.newFixedThreadPool(extent.atOnce());
        this.simulated = outside.simulated(name);
        this.tables = new Tables(simulated.system().database());
        Agreement agreement = new Agreement(tables, number -> new Inside(simulated.system()).position(number));
        this.watch = new Watch(tables, agreement::of, () -> on("astrid"));
    }

    private Colleague on(String person) {
        return new Colleague(simulated.system(), person);
    }

    /** Plays it all. @throws AssertionError that names the seed and what was done to the case, at the first violation */
    void play() {
        tables.does("create sequence if not exists simulated_failures");
        Instant began = Instant.now();
        try {
            int played = days();
            lookAtEverything();
            assertThat(played)
                    .as(said("days played in the time that there was"))
                    .isEqualTo(workingDays());
        } finally {
            left.forEach(outside.directory()::enable);
            new Inside(simulated.system()).readTheDirectory();
            new Inside(outside).readTheDirectory();
            people.shutdown();
            simulated.close();
            report(began);
        }
    }

    /** How much was played and how fast, also where it has failed. */
    private void report(Instant began) {
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        done.put("mailed", letters.size());
        System.out.printf(
                "Simulation: seed %d, %d cases, until %s, %d moves of the clock, %.0f s, %.1f cases a second, done %s%n",
                extent.seed(), journals.size(), now, moves, seconds, journals.size() / seconds, done);
    }

    private int workingDays() {
        return extent.weeks() * 5;
    }

    /** Answers how many were played: all, unless the machine's time was up. */
    private int days() {
        LocalDate day = LocalDate.of(2027, 1, 11);
        int workingDays = workingDays();
        double raisedATurn = (double) extent.cases() / (workingDays * TURNS.size());
        double toRaise = 0;
        int played = 0;
        for (; played < workingDays && Instant.now().isBefore(extent.until()); day = day.plusDays(1)) {
            if (!Workdays.works(day)) {
                continue;
            }
            for (LocalTime turn : TURNS) {
                moveTo(day, turn.plusMinutes(random.nextInt(45)));
                // nobody raises in the last tenth, so that cases can come to an end
                toRaise += played < workingDays * 0.9 ? raisedATurn / 0.9 : 0;
                for (; toRaise >= 1; toRaise--) {
                    raise();
                }
                act(day);
            }
            somethingUnusual(day, played, workingDays);
            played++;
            if (played % DAYS_OF_A_MONTH == 0) {
                lookAtEverything();
            }
        }
        return played;
    }

    // The clock

    private void moveTo(LocalDate day, LocalTime time) {
        Instant to = day.atTime(time).atZone(Inside.STOCKHOLM).toInstant();
        boolean failing = random.nextInt(15) == 0;
        boolean mailIsDown = random.nextInt(15) == 0;
        if (mailIsDown) {
            simulated.system().mailbox().stop();
        }
        if (failing) {
            tables.does(
                    """
                    create or replace function simulated_failure() returns trigger
                    language plpgsql security definer as $$ begin
                        if nextval('mandat.simulated_failures') % 7 = 0 then raise exception 'made to fail'; end if;
                        return new; end $$
                    """,
                    "create trigger simulated_failure before insert on history_entry"
                            + " for each row execute function simulated_failure()");
        }
        try {
            JsonNode answer = on("stina")
                    .posts("/clock", Raising.json("to", to.toString()))
                    .done()
                    .json();
            assertThat(OffsetDateTime.parse(answer.path("now").asText()).toInstant())
                    .isEqualTo(to);
        } finally {
            if (failing) {
                tables.does("drop trigger simulated_failure on history_entry");
            }
            if (mailIsDown) {
                simulated.system().mailbox().goOn();
            }
        }
        now = to;
        moves++;
        takeLetters();
        List<String> late = tables.all(
                "select case_number || ' ' || kind || ' ' || next || ' ' || next_at from obligation"
                        + " where state = 'OPEN' and next_at <= ?::timestamptz and held_until is null",
                to.toString());
        if (!late.isEmpty()) {
            throw violation(late.getFirst().split(" ")[0], "4: due and not done at " + to + ": " + late, null);
        }
    }

    /** No mail comes twice. */
    private void takeLetters() {
        for (Mailbox.Received letter : simulated.system().mailbox().received()) {
            if (!letters.add(plain(letter.messageId()))) {
                throw new AssertionError(said("mailed twice: " + letter.messageId() + " to " + letter.to()));
            }
        }
        simulated.system().mailbox().empty();
    }

    private static String plain(String messageId) {
        return messageId.replaceAll("[<>]", "");
    }

    /** What was sent has come, and nothing else. */
    private void lookAtTheLetters() {
        // what is being sent just now has been sent when this is answered
        on("stina").posts("/clock", "{\"advance\": \"PT0S\"}").done();
        takeLetters();
        Set<String> sent = new HashSet<>();
        tables.all("select message_id from mail where state = 'SENT'").forEach(id -> sent.add(plain(id)));
        if (!sent.equals(letters)) {
            Set<String> lost = new HashSet<>(sent);
            lost.removeAll(letters);
            letters.removeAll(sent);
            throw new AssertionError(
                    said("mail sent that has not come: " + lost + ", come that was not sent: " + letters));
        }
    }

    // What people do

    private void raise() {
        String person = AnyCommand.one(raisers, random);
        Raising raising = (random.nextInt(4) == 0
                        ? Raising.question()
                        : Raising.change(AnyCommand.one(List.of(0L, 100L, 20_000L, 30_000L, 300_000L), random)))
                .outcome(AnyCommand.outcome(random));
        if (random.nextInt(4) == 0) {
            raising = raising.touching(Raising.GATA, Raising.KUNDSERVICE);
        }
        if (left.contains(person)) {
            return;
        }
        Answer answer = on(person).raises(raising);
        // the mandate of the quarter may be used up, and somebody may have left the very moment
        if (answer.status() >= 400 && answer.status() < 500) {
            count("raise refused");
            return;
        }
        String number = answer.done().number();
        note(number, person + " raises " + raising);
        look(number);
        count("raise");
    }

    private void act(LocalDate today) {
        List<Owed> owed = tables
                .rows("select case_number, kind, debtor from obligation where state = 'OPEN'"
                        + " and (opens_at is null or opens_at <= '" + now + "') order by opened_at, case_number, id")
                .stream()
                .map(row -> new Owed(row.get(0), row.get(1), row.get(2)))
                .toList();
        Map<String, List<Runnable>> byCase = new LinkedHashMap<>();
        for (Owed one : owed) {
            Random own = new Random(random.nextLong());
            if (own.nextDouble() < (FORGETTING.contains(one.debtor()) ? FORGETFUL : DILIGENT)) {
                byCase.computeIfAbsent(one.number(), none -> new ArrayList<>())
                        .add(() -> carryOut(
                                one.debtor(),
                                one.number(),
                                AnyCommand.one(CALLS.get(one.kind()), own),
                                own,
                                owed,
                                today));
            }
        }
        together(byCase);
        if (!owed.isEmpty() && random.nextInt(3) == 0) {
            meddle(AnyCommand.one(owed, random).number(), owed, today);
        }
        toLookAt.forEach(this::look);
        toLookAt.clear();
    }

    /** What is done to one case is done one after another; what is done to several, by many at once. */
    private void together(Map<String, List<Runnable>> byCase) {
        List<CompletableFuture<Void>> all = byCase.values().stream()
                .map(work -> CompletableFuture.runAsync(() -> work.forEach(Runnable::run), people))
                .toList();
        for (CompletableFuture<Void> one : all) {
            try {
                one.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof AssertionError violation) {
                    throw violation;
                }
                throw failed;
            }
        }
    }

    /** Somebody uses one of the rights that they have on a case, or tries what is none. */
    private void meddle(String number, List<Owed> owed, LocalDate today) {
        String person = AnyCommand.one(AnyCommand.PEOPLE, random);
        List<String> rights = new ArrayList<>();
        if (!left.contains(person)) {
            on(person).reads(number).json().path("rights").forEach(right -> rights.add(right.asText()));
            rights.retainAll(AnyCommand.CALLS);
        }
        carryOut(
                person,
                number,
                AnyCommand.one(rights.isEmpty() ? AnyCommand.CALLS : rights, random),
                random,
                owed,
                today);
    }

    private void carryOut(String person, String number, String call, Random own, List<Owed> owed, LocalDate today) {
        AnyCommand command = new AnyCommand(person, call, own.nextLong());
        int how = own.nextInt(25);
        if (left.contains(person)) {
            return;
        }
        Answer read = on(person).reads(number);
        String path = "/cases/" + number + "/" + command.path(read.json());
        List<String> others = owed.stream()
                .map(Owed::number)
                .filter(other -> !other.equals(number))
                .toList();
        String body = call.equals("effect-review")
                ? review(new Random(command.seed()))
                : command.body(read.json(), others.isEmpty() ? List.of("M-2020-0001") : others, today);
        String version = call.matches("(contributions|extensions|pauses).*") ? "*" : read.tag();
        Supplier<Answer> send = () -> on(person).sends(command.method(), path, body, "If-Match", version);
        if (how == 0 && VERSIONED.contains(call)) {
            twoAtOnce(number, command, send);
        } else if (how == 1 && command.method().equals("POST")) {
            again(number, command, path, body, version);
        } else {
            check(number, command, send.get());
        }
        look(number);
    }

    private static String review(Random random) {
        return Raising.json(
                "verdict",
                AnyCommand.one(List.of("EFFECTIVE", "EFFECTIVE", "EFFECTIVE", "PARTLY", "NOT_EFFECTIVE"), random),
                "evidence",
                Map.of("kind", "CUSTOMER_SAID", "text", "Hon sa det själv"),
                "despiteNewVoice",
                "Den rösten kom före");
    }

    private void check(String number, AnyCommand command, Answer answer) {
        note(number, command + " " + answer.status());
        if (answer.status() >= 500 || List.of(400, 428, 429).contains(answer.status())) {
            throw violation(number, command + " answered " + answer.status() + " " + answer.body(), null);
        }
        count(answer.status() < 300 ? command.call() : "refused");
        JsonNode into =
                answer.status() < 300 && answer.status() != 204 ? answer.json().path("mergedInto") : null;
        if (into != null && into.isTextual()) {
            toLookAt.add(into.asText());
        }
    }

    /** 10: of two who act on the same version one at most is let through. */
    private void twoAtOnce(String number, AnyCommand command, Supplier<Answer> send) {
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(send);
        Answer one = send.get();
        Answer two = other.join();
        check(number, command, one);
        check(number, command, two);
        if (one.status() < 300 && two.status() < 300) {
            throw violation(number, "10: both of two were let through: " + command, null);
        }
        count("two at once");
    }

    /** 10: what is sent again gets the first answer. */
    private void again(String number, AnyCommand command, String path, String body, String version) {
        String key = "again-" + command.seed();
        Supplier<Answer> send =
                () -> on(command.person()).sends("POST", path, body, "If-Match", version, "Idempotency-Key", key);
        Answer first = send.get();
        check(number, command, first);
        if (first.status() < 300) {
            long entries = tables.count("select count(*) from history_entry where subject = ?", number);
            Answer second = send.get();
            if (!second.body().equals(first.body())
                    || tables.count("select count(*) from history_entry where subject = ?", number) != entries) {
                throw violation(number, "10: sent again, " + command + " got " + second.body(), null);
            }
            count("sent again");
        }
    }

    // What happens now and then

    private void somethingUnusual(LocalDate day, int played, int workingDays) {
        if (!restarted && played >= workingDays / 2) {
            restarted = true;
            takeLetters();
            simulated.close();
            simulated = outside.simulated(name);
            Instant stands = OffsetDateTime.parse(
                            on("stina").gets("/clock").json().path("now").asText())
                    .toInstant();
            assertThat(stands).as("the clock after a restart").isEqualTo(now);
            count("restart");
        }
        if (random.nextInt(12) == 0) {
            leaveOrComeBack();
        }
        if (random.nextInt(8) == 0) {
            beAway(day);
        }
    }

    private void leaveOrComeBack() {
        if (left.isEmpty()) {
            String person = AnyCommand.one(LEAVING, random);
            left.add(person);
            outside.directory().disable(person);
            count("left");
        } else {
            left.forEach(outside.directory()::enable);
            left.clear();
            count("came back");
        }
        assertThat(new Inside(simulated.system()).readTheDirectory()).isTrue();
        List<String> kept = tables.all(
                "select case_number from obligation where state = 'OPEN' and debtor = any (?::text[])",
                "{" + String.join(",", left) + "}");
        if (!kept.isEmpty()) {
            throw violation(kept.getFirst(), "1: owed by somebody who has left: " + kept, null);
        }
    }

    private void beAway(LocalDate day) {
        String person = AnyCommand.one(AWAY, random);
        LocalDate first = day.plusDays(1 + random.nextInt(5));
        String substitute =
                random.nextBoolean() ? AnyCommand.one(List.of("ola", "sara", "britt", "per"), random) : null;
        Answer answer = on(person)
                .posts(
                        "/absences",
                        Raising.json(
                                "first",
                                first.toString(),
                                "last",
                                first.plusDays(random.nextInt(10)).toString(),
                                "substitute",
                                substitute));
        if (answer.status() >= 500 || answer.status() == 400) {
            throw new AssertionError(said("an absence answered " + answer.status() + " " + answer.body()));
        }
        count(answer.status() < 300 ? "away" : "not away");
    }

    // What must be true

    private void look(String number) {
        touched.add(number);
        try {
            watch.look(number);
        } catch (AssertionError wrong) {
            throw violation(number, wrong.getMessage(), wrong);
        }
    }

    private void lookAtEverything() {
        try {
            watch.lookAtEverything();
            watch.lookAtTheLedgers();
        } catch (AssertionError wrong) {
            throw new AssertionError(said(wrong.getMessage()), wrong);
        }
        ladders();
        lookAtTheLetters();
        List<String> twice = tables.all("select recipient || ' ' || kind || ' ' || case_number || ' ' || facts"
                + " from outbox_message where kind like 'obligation.%'"
                + " group by recipient, kind, case_number, facts, told_at having count(*) > 1");
        if (!twice.isEmpty()) {
            throw new AssertionError(said("told twice of the same: " + twice));
        }
        for (String number : touched.stream().sorted().limit(VERIFIED).toList()) {
            try {
                watch.lookAtTheHistory(number);
            } catch (AssertionError wrong) {
                throw violation(number, wrong.getMessage(), wrong);
            }
        }
        touched.clear();
        count("looked at everything");
    }

    /** 3 and 4: what happened by itself is what should have happened, by the history alone. */
    private void ladders() {
        Map<String, List<List<String>>> histories = new LinkedHashMap<>();
        for (List<String> entry : tables.rows(
                """
                select subject, type, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), payload
                from history_entry where type like 'obligation.%' and subject = any (?::text[]) order by subject, seq
                """,
                "{" + String.join(",", concerned()) + "}")) {
            histories.computeIfAbsent(entry.get(0), none -> new ArrayList<>()).add(entry.subList(1, 4));
        }
        histories.forEach((number, entries) -> {
            List<String> wrong = Ladders.wrong(entries, now);
            if (!wrong.isEmpty()) {
                throw violation(number, "3, 4: " + wrong, null);
            }
        });
    }

    /** All that somebody has touched since everything was looked at last, and all that is open. */
    private Set<String> concerned() {
        Set<String> concerned = new TreeSet<>(touched);
        concerned.addAll(tables.all("select distinct case_number from obligation where state = 'OPEN'"));
        return concerned;
    }

    private void note(String number, String what) {
        journals.computeIfAbsent(number, none -> new CopyOnWriteArrayList<>()).add(now + " " + what);
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    /** What has happened, of all that was done, is that which was done to this case. */
    private AssertionError violation(String number, String what, Throwable cause) {
        return new AssertionError(
                said(number + ": " + what) + "\n  " + String.join("\n  ", journals.getOrDefault(number, List.of())),
                cause);
    }

    private String said(String what) {
        return "seed " + extent.seed() + ", " + now + ", " + what;
    }
}
