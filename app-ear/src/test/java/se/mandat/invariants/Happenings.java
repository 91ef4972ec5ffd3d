package se.mandat.invariants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What happens now and then in the life of an organisation besides that people do what they owe: the mail server and the
 * steps fail, the system dies, somebody leaves, goes away or hands over, and everybody is off.
 */
final class Happenings {

    /** How the mail server can be. */
    private static final List<SurlyMailServer.Manner> MANNERS = List.of(
            SurlyMailServer.Manner.SLUGGISH,
            SurlyMailServer.Manner.NOT_NOW,
            SurlyMailServer.Manner.NOBODY_OF_THAT_NAME);

    /** No rung of a ladder and no repeat is counted so far ahead, so that an almanac that changes there is enough. */
    private static final int AHEAD = 10;

    private static final int DAYS_BETWEEN_RESTARTS = 84;
    private static final int HANDED_OVER_AT_ONCE = 5;
    private static final String WHOLE = "nordvik";

    private static final List<String> LEAVING = List.of("lina", "noor", "amir", "bodil");
    private static final List<String> AWAY = List.of("karin", "gun", "erik", "tove", "hugo");

    /** Whose manager is who. */
    private static final Map<String, String> LINE = new TreeMap<>(Map.of(
            "karin", "per",
            "sara", "karin",
            "bodil", "per",
            "noor", "bodil",
            "ola", "tove",
            "lina", "ola",
            "gun", "tove",
            "hugo", "gun"));

    private final World world;
    private final Lookout lookout;
    private final Random random;
    private final int restartEvery;
    private final int firstClosed;
    private final Map<LocalDate, String> closingDays = new TreeMap<>();
    private int restarts;

    /** @param workingDays how many are played */
    Happenings(World world, Lookout lookout, Random random, int workingDays) {
        this.world = world;
        this.lookout = lookout;
        this.random = random;
        this.restartEvery = workingDays > DAYS_BETWEEN_RESTARTS ? DAYS_BETWEEN_RESTARTS : workingDays / 2 + 1;
        this.firstClosed = workingDays / 5;
        world.tables().does("create sequence if not exists simulated_failures");
    }

    /** While the clock moves, steps fail now and then, and the mail server is down, slow or refuses. */
    void whileSomethingFails(Runnable move) {
        boolean steps = random.nextInt(15) == 0;
        boolean mail = random.nextInt(15) == 0;
        Runnable withMail = mail ? () -> withoutMail(move) : move;
        if (steps) {
            withFailingSteps(withMail);
        } else {
            withMail.run();
        }
    }

    private void withoutMail(Runnable move) {
        // what is being handed over just now may have been taken when the server goes, and would come again
        world.settles();
        world.count("mail server fails");
        if (random.nextInt(3) == 0) {
            world.mailbox().stop();
            try {
                move.run();
            } finally {
                world.mailbox().goOn();
            }
            return;
        }
        try (SurlyMailServer surly = SurlyMailServer.insteadOf(world.mailbox(), AnyCommand.one(MANNERS, random))) {
            move.run();
            world.count("mails not taken", surly.visits());
        }
    }

    private void withFailingSteps(Runnable move) {
        world.count("steps fail");
        world.tables()
                .does(
                        """
                        create or replace function simulated_failure() returns trigger
                        language plpgsql security definer as $$ begin
                            if nextval('mandat.simulated_failures') % 7 = 0 then raise exception 'made to fail'; end if;
                            return new; end $$
                        """,
                        "create trigger simulated_failure before insert on history_entry"
                                + " for each row execute function simulated_failure()");
        try {
            move.run();
        } finally {
            world.tables().does("drop trigger simulated_failure on history_entry");
        }
    }

    /** At the end of a day. @param played how many days before this one */
    void afterWork(LocalDate day, int played) {
        if (played > 0 && played % restartEvery == 0) {
            // the first time it dies, then it is asked to end, and so on
            boolean asked = restarts++ % 2 == 1;
            lookout.overRestart(asked);
            world.count(asked ? "restart" : "died and started");
        }
        if (random.nextInt(12) == 0) {
            leaveOrComeBack();
        }
        if (random.nextInt(8) == 0) {
            beAway(day);
        }
        if (random.nextInt(6) == 0) {
            handOver();
        }
        if (random.nextInt(6) == 0) {
            sendDeadLettersAgain();
        }
        if (played == firstClosed || random.nextInt(30) == 0) {
            closeOrOpen(day);
        }
        if (random.nextInt(4) == 0) {
            choosesMail(AnyCommand.one(AnyCommand.PEOPLE, random));
        }
    }

    /** Somebody wants all of it in the morning and at noon, as most do, or each thing at once. */
    void choosesMail(String person) {
        if (world.left().contains(person)) {
            return;
        }
        String choice = random.nextInt(8) > 0 ? "DIGEST" : "AT_ONCE";
        count(world.on(person).sends("PUT", "/me/settings", Raising.json("mail", choice)), choice, "not chosen");
    }

    private void leaveOrComeBack() {
        if (world.left().isEmpty()) {
            world.leaves(AnyCommand.one(LEAVING, random));
            world.count("left");
        } else {
            world.everybodyComesBack();
            world.count("came back");
        }
        List<String> kept = world.tables()
                .all(
                        "select case_number from obligation where state = 'OPEN' and debtor = any (?::text[])",
                        "{" + String.join(",", world.left()) + "}");
        if (!kept.isEmpty()) {
            throw lookout.violation(kept.getFirst(), "1: owed by somebody who has left: " + kept, null);
        }
    }

    private void beAway(LocalDate day) {
        String person = AnyCommand.one(AWAY, random);
        LocalDate first = day.plusDays(1 + random.nextInt(5));
        String substitute =
                random.nextBoolean() ? AnyCommand.one(List.of("ola", "sara", "britt", "per"), random) : null;
        Answer answer = world.on(person)
                .posts(
                        "/absences",
                        Raising.json(
                                "first",
                                first.toString(),
                                "last",
                                first.plusDays(random.nextInt(10)).toString(),
                                "substitute",
                                substitute));
        count(answer, "away", "not away");
    }

    /** A manager moves some of what somebody below them owes. */
    private void handOver() {
        String from = AnyCommand.one(List.copyOf(LINE.keySet()), random);
        String to = AnyCommand.one(AnyCommand.PEOPLE, random);
        String manager = LINE.get(from);
        List<String> owed = world.tables()
                .all(
                        "select id from obligation where state = 'OPEN' and debtor = ?"
                                + " order by opened_at, case_number, kind limit " + HANDED_OVER_AT_ONCE,
                        from);
        if (owed.isEmpty() || world.left().contains(manager)) {
            return;
        }
        Answer answer = world.on(manager)
                .posts(
                        "/obligations/handover",
                        Raising.json("from", from, "obligations", owed, "to", to, "reason", "Det blir för mycket"));
        count(answer, "handed over", "not handed over");
    }

    private void sendDeadLettersAgain() {
        for (String letter : world.tables()
                .all("select id from mail where state = 'DEAD' order by created_at, recipient, id limit 5")) {
            boolean again = random.nextInt(4) > 0;
            Answer answer =
                    world.on("stina").posts("/dead-letters/" + letter + (again ? "/retry" : "/dismissal"), "{}");
            count(answer, again ? "dead letter sent again" : "dead letter put away", "dead letter gone");
        }
    }

    /** Everybody is off some day that comes, or is not after all. */
    private void closeOrOpen(LocalDate today) {
        LocalDate soonest = soonest(today);
        List<LocalDate> open = closingDays.keySet().stream()
                .filter(day -> !day.isBefore(soonest))
                .toList();
        if (!open.isEmpty() && random.nextBoolean()) {
            LocalDate day = AnyCommand.one(open, random);
            Answer answer =
                    world.on("sten").sends("DELETE", "/organisation/closing-days/" + closingDays.remove(day), null);
            count(answer, "closing day removed", "closing day stays");
            world.workdays().open(day, world.now());
            return;
        }
        LocalDate day = soonest.plusDays(random.nextInt(10));
        if (!world.workdays().works(day)) {
            return;
        }
        Answer answer = world.on("stina")
                .posts(
                        "/organisation/closing-days",
                        Raising.json("unit", WHOLE, "day", day.toString(), "reason", "Planering"));
        count(answer, "closing day added", "closing day refused");
        closingDays.put(day, answer.done().json().path("id").asText());
        world.workdays().close(day, world.now());
    }

    private LocalDate soonest(LocalDate today) {
        List<LocalDate> working = new ArrayList<>();
        for (LocalDate day = today.plusDays(1); working.size() < AHEAD; day = day.plusDays(1)) {
            if (world.workdays().works(day)) {
                working.add(day);
            }
        }
        return working.getLast();
    }

    private void count(Answer answer, String done, String refused) {
        if (answer.status() >= 500 || List.of(400, 428, 429).contains(answer.status())) {
            throw new AssertionError(lookout.said(refused + ": answered " + answer.status() + " " + answer.body()));
        }
        world.count(answer.status() < 300 ? done : refused);
    }
}
