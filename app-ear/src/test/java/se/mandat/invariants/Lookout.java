package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Looks after each step at the cases that it touched, and after each month at everything. What is wrong is said with the
 * seed and with all that people did to the case.
 */
final class Lookout {

    /** So many histories are verified after a month, those first that have waited longest; after the last one all. */
    private static final int VERIFIED = 400;

    /** Of so many of the cases that a step touched it is read over the API, too, how they stand. */
    private static final int READ = 3;

    /** What is due and has not been done, or is due on a day on which everybody is off. */
    private static final String LATE =
            """
            select case_number, '4: due and not done: ' || kind || ' ' || next || ' ' || next_at from obligation
            where state = 'OPEN' and next_at <= ?::timestamptz and held_until is null
            union all
            select case_number, '8: due on a closing day: ' || kind || ' ' || due_at
            from obligation
            join closing_day on day = (due_at at time zone 'Europe/Stockholm')::date
            where state = 'OPEN' and due_at > ?::timestamptz
            """;

    private final World world;
    private final long seed;
    private final Random choice;
    private final Crowd crowd;
    private final Watch watch;
    private final PostWatch post;
    private final Map<String, List<String>> journals = new ConcurrentHashMap<>();

    /** Since the last step. */
    private final Set<String> touched = new ConcurrentSkipListSet<>();

    /** Since the last month. */
    private final Set<String> lately = new TreeSet<>();

    private final Set<String> toVerify = new LinkedHashSet<>();

    Lookout(World world, long seed, Crowd crowd) {
        this.world = world;
        this.seed = seed;
        this.choice = new Random(seed);
        this.crowd = crowd;
        this.watch = new Watch(world.tables(), () -> world.on("astrid"));
        this.post = new PostWatch(world);
        // what is looked for after each step is found at once there, and nobody else looks for it
        world.tables().does("create index if not exists simulated_history on history_entry (at)");
    }

    /** Somebody did this to the case, or tried to. */
    void note(String number, String what) {
        journals.computeIfAbsent(number, none -> new CopyOnWriteArrayList<>()).add(world.now() + " " + what);
        touched.add(number);
    }

    /** How many cases have been raised. */
    int cases() {
        return journals.size();
    }

    /** How many mails have come. */
    int letters() {
        return post.howMany();
    }

    /** After the clock was moved from there: what happened by itself is in order, and nothing waits. */
    void afterMoveFrom(Instant before) {
        letters(post.take());
        String now = world.now().toString();
        wrong(world.tables().rows(LATE, now, now));
        letters(post.late());
        look(before.plusNanos(1000));
    }

    /** After people did something. */
    void afterDeeds() {
        look(world.now());
    }

    /** The system ends and begins again. */
    void overRestart(boolean asked) {
        letters(post.take());
        letters(post.outlives(() -> world.restarts(asked)));
    }

    /** Invariants of all cases of which something stands in the history since then, or that somebody tried to do something to. */
    private void look(Instant since) {
        touched.addAll(world.tables()
                .all(
                        "select distinct subject from history_entry where at >= ?::timestamptz and subject like 'M-%'",
                        since.toString()));
        if (!touched.isEmpty()) {
            wrong(watch.wrong(touched));
            readSome();
        }
        lately.addAll(touched);
        toVerify.addAll(touched);
        touched.clear();
    }

    private void readSome() {
        List<String> all = List.copyOf(touched);
        crowd.does(choice.ints(READ, 0, all.size())
                .distinct()
                .mapToObj(all::get)
                .<Runnable>map(number -> () -> orViolation(number, watch::lookAtTheAnswer))
                .toList());
    }

    private void orViolation(String number, Consumer<String> look) {
        try {
            look.accept(number);
        } catch (AssertionError wrong) {
            throw violation(number, wrong.getMessage(), wrong);
        }
    }

    /** After a month. */
    void lookAtEverything() {
        try {
            watch.lookAtEverything();
            watch.lookAtTheLedgers();
            watch.lookAtTheChains();
        } catch (AssertionError wrong) {
            throw new AssertionError(said(wrong.getMessage()), wrong);
        }
        ladders();
        letters(post.everything());
        verify(VERIFIED);
        world.count("looked at everything");
    }

    /** Every history that somebody touched and nobody has verified since. */
    void verifyTheRest() {
        verify(Integer.MAX_VALUE);
        assertThat(toVerify).isEmpty();
    }

    /** 9: of these histories nothing was changed. */
    private void verify(int howMany) {
        List<Runnable> work = new ArrayList<>();
        for (Iterator<String> next = toVerify.iterator(); next.hasNext() && work.size() < howMany; next.remove()) {
            String number = next.next();
            work.add(() -> orViolation(number, watch::lookAtTheHistory));
        }
        crowd.does(work);
        world.count("histories verified", work.size());
    }

    /** 3 and 4: what happened by itself is what should have happened, by the history alone. */
    private void ladders() {
        Map<String, List<List<String>>> histories = new LinkedHashMap<>();
        lately.addAll(world.tables().all("select distinct case_number from obligation where state = 'OPEN'"));
        for (List<String> entry : world.tables()
                .rows(
                        """
                        select subject, type, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), payload
                        from history_entry where type like 'obligation.%' and subject = any (?::text[])
                        order by subject, seq
                        """,
                        "{" + String.join(",", lately) + "}")) {
            histories.computeIfAbsent(entry.get(0), none -> new ArrayList<>()).add(entry.subList(1, 4));
        }
        lately.clear();
        histories.forEach((number, entries) -> {
            List<String> wrong = Ladders.wrong(entries, world.workdays(), world.now());
            if (!wrong.isEmpty()) {
                throw violation(number, "3, 4: " + wrong, null);
            }
        });
    }

    private void wrong(Collection<List<String>> found) {
        if (!found.isEmpty()) {
            throw violation(found.iterator().next().getFirst(), found.toString(), null);
        }
    }

    private void letters(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new AssertionError(said("mail: " + wrong));
        }
    }

    /** What has happened, of all that was done, is that which was done to this case. */
    AssertionError violation(String number, String what, Throwable cause) {
        return new AssertionError(
                said(number + ": " + what) + "\n  " + String.join("\n  ", journals.getOrDefault(number, List.of())),
                cause);
    }

    String said(String what) {
        return "seed " + seed + ", " + world.now() + ", " + what;
    }
}
