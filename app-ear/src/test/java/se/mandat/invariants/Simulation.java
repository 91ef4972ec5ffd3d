package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.mandat.running.RunningSystem;

/**
 * Months in the life of an organisation, all of which follow from a seed: people raise cases, do what they owe or forget
 * it, do the same thing twice, or two different things at once, and {@link Happenings} come between. After each step the
 * cases it touched are looked at, and after each month everything ({@link Lookout}).
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
    private static final double DILIGENT = 0.12;
    private static final double FORGETFUL = 0.01;

    private static final List<String> RAISERS = List.of("sara", "amir", "hugo", "noor", "karin", "tove", "eva", "lina");
    private static final List<String> FORGETTING = List.of("ola", "noor", "per", "maja");

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
    private final World world;
    private final Crowd crowd;
    private final Lookout lookout;
    private final Happenings happenings;
    private final List<String> raisers = new ArrayList<>(RAISERS);

    private int moves;

    /** @param outside the system beside which it runs */
    Simulation(RunningSystem outside, String name, Extent extent) {
        this.extent = extent;
        this.random = new Random(extent.seed());
        if (extent.people() > 0) {
            raisers.addAll(outside.directory().add(extent.people()));
        }
        this.world = new World(outside, name);
        this.crowd = new Crowd(extent.atOnce());
        this.lookout = new Lookout(world, extent.seed(), crowd);
        this.happenings = new Happenings(world, lookout, random, workingDays());
    }

    /** Plays it all. @throws AssertionError that names the seed and what was done to the case, at the first violation */
    void play() {
        Instant began = Instant.now();
        try {
            Stream.concat(raisers.stream(), AnyCommand.PEOPLE.stream())
                    .distinct()
                    .forEach(happenings::choosesMail);
            int played = days();
            lookout.lookAtEverything();
            lookout.verifyTheRest();
            assertThat(played)
                    .as(lookout.said("days played in the time that there was"))
                    .isEqualTo(workingDays());
        } finally {
            crowd.close();
            report(began);
            world.close();
        }
    }

    /** How much was played and how fast, also where it has failed. */
    private void report(Instant began) {
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        world.count("mailed", lookout.letters());
        System.out.printf(
                "Simulation: seed %d, %d cases, until %s, %d moves of the clock, %.0f s, %.1f cases a second,"
                        + " seconds spent %s, done %s%n",
                extent.seed(),
                lookout.cases(),
                world.now(),
                moves,
                seconds,
                lookout.cases() / seconds,
                world.spent(),
                world.done());
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
            if (!world.workdays().works(day)) {
                continue;
            }
            for (LocalTime turn : TURNS) {
                moveTo(day, turn.plusMinutes(random.nextInt(45)));
                // nobody raises in the last tenth, so that cases can come to an end
                toRaise += played < workingDays * 0.9 ? raisedATurn / 0.9 : 0;
                for (; toRaise >= 1; toRaise--) {
                    world.spend("raising", this::raise);
                }
                LocalDate today = day;
                world.spend("acting", () -> act(today));
                world.spend("looking", lookout::afterDeeds);
            }
            afterWork(day, played);
            played++;
        }
        return played;
    }

    /** @param played how many days before this one */
    private void afterWork(LocalDate day, int played) {
        world.spend("what comes between", () -> happenings.afterWork(day, played));
        world.spend("looking", lookout::afterDeeds);
        if ((played + 1) % DAYS_OF_A_MONTH == 0) {
            world.spend("looking at everything", lookout::lookAtEverything);
        }
    }

    private void moveTo(LocalDate day, LocalTime time) {
        Instant before = world.now();
        world.spend(
                "moving the clock",
                () -> happenings.whileSomethingFails(() ->
                        world.moveTo(day.atTime(time).atZone(Inside.STOCKHOLM).toInstant())));
        moves++;
        world.spend("looking", () -> lookout.afterMoveFrom(before));
    }

    private void raise() {
        String person = AnyCommand.one(raisers, random);
        Raising raising = (random.nextInt(4) == 0
                        ? Raising.question()
                        : Raising.change(AnyCommand.one(List.of(0L, 100L, 20_000L, 30_000L, 300_000L), random)))
                .outcome(outcome());
        if (random.nextInt(4) == 0) {
            raising = raising.touching(Raising.GATA, Raising.KUNDSERVICE);
        }
        if (world.left().contains(person)) {
            return;
        }
        Answer answer = world.on(person).raises(raising);
        // the mandate of the quarter may be used up, and somebody may have left the very moment
        if (answer.status() >= 400 && answer.status() < 500) {
            world.count("raise refused");
            return;
        }
        String number = answer.done().number();
        lookout.note(number, person + " raises " + raising);
        world.count("raise");
    }

    /** Few customers come to harm. */
    private String outcome() {
        return random.nextInt(10) == 0
                ? "HARMED"
                : AnyCommand.one(List.of("REACHED", "DETOUR", "DETOUR", "NOT_REACHED"), random);
    }

    private void act(LocalDate today) {
        List<Owed> owed = world
                .tables()
                .rows("select case_number, kind, debtor from obligation where state = 'OPEN'"
                        + " and (opens_at is null or opens_at <= '" + world.now()
                        + "') order by opened_at, case_number, kind, debtor")
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
        // what is done to one case is done one after another; what is done to several, by many at once
        crowd.does(byCase.values().stream()
                .<Runnable>map(work -> () -> work.forEach(Runnable::run))
                .toList());
        if (!owed.isEmpty() && random.nextInt(3) == 0) {
            meddle(AnyCommand.one(owed, random).number(), owed, today);
        }
    }

    /** Somebody uses one of the rights that they have on a case, or tries what is none. */
    private void meddle(String number, List<Owed> owed, LocalDate today) {
        String person = AnyCommand.one(AnyCommand.PEOPLE, random);
        List<String> rights = new ArrayList<>();
        if (!world.left().contains(person)) {
            world.on(person).reads(number).json().path("rights").forEach(right -> rights.add(right.asText()));
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
        if (world.left().contains(person)) {
            return;
        }
        Answer read = world.on(person).reads(number);
        String path = "/cases/" + number + "/" + command.path(read.json());
        List<String> others = owed.stream()
                .map(Owed::number)
                .filter(other -> !other.equals(number))
                .toList();
        String body = call.equals("effect-review")
                ? review(new Random(command.seed()))
                : command.body(read.json(), others.isEmpty() ? List.of("M-2020-0001") : others, today);
        String version = call.matches("(contributions|extensions|pauses).*") ? "*" : read.tag();
        Supplier<Answer> send = () -> world.on(person).sends(command.method(), path, body, "If-Match", version);
        if (how == 0 && VERSIONED.contains(call)) {
            twoAtOnce(number, command, send);
        } else if (how == 1 && command.method().equals("POST")) {
            again(number, command, path, body, version);
        } else {
            check(number, command, send.get());
        }
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
        lookout.note(number, command + " " + answer.status());
        if (answer.status() >= 500 || List.of(400, 428, 429).contains(answer.status())) {
            throw lookout.violation(number, command + " answered " + answer.status() + " " + answer.body(), null);
        }
        world.count(answer.status() < 300 ? command.call() : "refused");
    }

    /** 10: of two who act on the same version one at most is let through. */
    private void twoAtOnce(String number, AnyCommand command, Supplier<Answer> send) {
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(send);
        Answer one = send.get();
        Answer two = other.join();
        check(number, command, one);
        check(number, command, two);
        if (one.status() < 300 && two.status() < 300) {
            throw lookout.violation(number, "10: both of two were let through: " + command, null);
        }
        world.count("two at once");
    }

    /** 10: what is sent again gets the first answer. */
    private void again(String number, AnyCommand command, String path, String body, String version) {
        String key = "again-" + command.seed();
        Supplier<Answer> send =
                () -> world.on(command.person()).sends("POST", path, body, "If-Match", version, "Idempotency-Key", key);
        Answer first = send.get();
        check(number, command, first);
        if (first.status() < 300) {
            long entries = world.tables().count("select count(*) from history_entry where subject = ?", number);
            Answer second = send.get();
            if (!second.body().equals(first.body())
                    || world.tables().count("select count(*) from history_entry where subject = ?", number)
                            != entries) {
                throw lookout.violation(number, "10: sent again, " + command + " got " + second.body(), null);
            }
            world.count("sent again");
        }
    }
}
