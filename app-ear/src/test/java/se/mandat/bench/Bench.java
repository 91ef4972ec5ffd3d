package se.mandat.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.postgresql.ds.PGSimpleDataSource;
import se.mandat.bench.inside.DrainServlet;
import se.mandat.bench.inside.Timed;
import se.mandat.bench.inside.Timed.What;
import se.mandat.bench.inside.TimedServlet;
import se.mandat.launcher.MandatSystem;
import se.mandat.launcher.Settings;
import se.mandat.running.BuiltEar;
import se.mandat.running.RunningSystem;

/**
 * Measures on a throw-away system, started as the tests start theirs, with PostgreSQL's full_page_writes, fsync and
 * autovacuum off so that numbers can be compared. Use cases are timed inside the server, from the call to the end of the
 * commit; what is compared is measured in turns wherever both can be there at once.
 */
public final class Bench {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int LIST = 10_000;
    private static final int LONG_LIST = 1_000_000;

    private static final double SAME = 1.25;
    private static final double LOG_OF_A_RAISE = 26_000;
    private static final double OF_A_BARE_START = 0.75;

    private static final int DUE = MANY;

    /** On which the application lets happen what is due. */
    private static final int THREADS = 4;

    private static final int ROUNDS = 20;
    private static final int CALLS = 10;

    private static final String BEANS =
            """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" bean-discovery-mode="annotated" version="4.0"/>
            """;

    private final RunningSystem system;
    private final Database database;
    private final BareEngine bare;
    private final PGSimpleDataSource timersDatabase = new PGSimpleDataSource();
    private final Report report = new Report();

    private Bench(MandatSystem started) {
        system = RunningSystem.of(started);
        database = new Database(system.database());
        database.execute("create database bare");
        int port = started.settings().ports().postgresql();
        bare = new BareEngine("jdbc:postgresql://127.0.0.1:" + port + "/bare");
        database.execute("create database timers");
        timersDatabase.setURL("jdbc:postgresql://127.0.0.1:" + port + "/timers");
        timersDatabase.setUser("postgres");
    }

    public static void main(String[] arguments) {
        Instant begin = Instant.now();
        Settings settings = Settings.ofTests().untapped();
        Report report;
        try (MandatSystem started = MandatSystem.start(settings.deploying(application(settings)))) {
            Bench bench = new Bench(started);
            bench.run();
            bench.bare.close();
            report = bench.report;
        }
        System.out.printf(
                "%nMeasured in %d s:%n%n%s%n",
                Duration.between(begin, Instant.now()).toSeconds(), report);
        System.exit(report.isKept() ? 0 : 1);
    }

    private static Path application(Settings settings) {
        WebArchive inside = ShrinkWrap.create(WebArchive.class, "bench.war")
                .addClasses(TimedServlet.class, DrainServlet.class)
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml");
        JavaArchive beans = ShrinkWrap.create(JavaArchive.class, "bench.jar")
                .addClasses(Timed.class, What.class)
                .addAsManifestResource(new StringAsset(BEANS), "beans.xml");
        try {
            Path ear = settings.state().resolve("benched").resolve("mandat.ear");
            Files.createDirectories(ear.getParent());
            BuiltEar.with(inside, "/bench", beans).as(ZipExporter.class).exportTo(ear.toFile(), true);
            return ear;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() {
        database.execute("alter system set autovacuum = off");
        database.execute("select pg_reload_conf()");
        warmUp();
        String part = System.getProperty("mandat.bench", "");
        boolean listsOnly = part.equals("lists");
        boolean drainOnly = part.equals("drain");
        if (!listsOnly) {
            drain();
        }
        if (!drainOnly) {
            lists();
        }
        if (!listsOnly && !drainOnly) {
            commands();
        }
    }

    private void drain() {
        say("%,d obligations due at once".formatted(DUE));
        new Copies(database).clear();
        fill(DUE);
        try (BareTimers timers = new BareTimers(new Database(timersDatabase), timersDatabase.getURL(), THREADS)) {
            new Drain(system, database, timers, report).run();
        }
    }

    private void commands() {
        new Copies(database).clear();
        // the few before and after the many: a server that grows faster meanwhile flatters neither
        Map<What, Double> before = commands(FEW);
        Map<What, Double> many = commands(MANY);
        new Copies(database).clear();
        Map<What, Double> after = commands(FEW);
        for (What what : many.keySet()) {
            report.atMost(
                    "%s with %,d open obligations against %,d".formatted(said(what), MANY, FEW),
                    "times",
                    2 * many.get(what) / (before.get(what) + after.get(what)),
                    SAME);
        }
    }

    private void warmUp() {
        say("Warming up");
        new Copies(database).clear();
        fill(FEW);
        for (int i = 0; i < 2 * ROUNDS; i++) {
            for (What what : What.values()) {
                times(what, CALLS);
            }
            bareStarts();
        }
    }

    /** Both sizes stand beside each other in schemas of their own, and the application reads them in turns. */
    private void lists() {
        say("Lists of %,d and %,d obligations".formatted(LIST, LONG_LIST));
        Copies copies = new Copies(database);
        copies.clear();
        times(What.RAISE, 1);
        String one = aCase("DECIDING");
        copies.lists("short", one, LIST);
        copies.lists("long", one, LONG_LIST);
        database.execute("create schema aside");
        Map<What, Times> ofShort = new EnumMap<>(What.class);
        Map<What, Times> ofLong = new EnumMap<>(What.class);
        for (int i = 0; i < ROUNDS; i++) {
            read(copies, "short", ofShort);
            read(copies, "long", ofLong);
        }
        database.execute("drop schema short cascade");
        database.execute("drop schema long cascade");
        ofShort.forEach((what, times) -> {
            double inShort = times.median();
            double inLong = ofLong.get(what).median();
            report.note("%s, median, %,d obligations".formatted(said(what), LIST), "ms", inShort);
            report.note("%s, median, %,d obligations".formatted(said(what), LONG_LIST), "ms", inLong);
            report.atMost(
                    "%s with %,d obligations against %,d".formatted(said(what), LONG_LIST, LIST),
                    "times",
                    inLong / inShort,
                    SAME);
        });
    }

    private void read(Copies copies, String schema, Map<What, Times> times) {
        copies.use(schema);
        for (What what : List.of(What.TO_DO, What.EVER_OWED)) {
            times(what, CALLS);
            times.computeIfAbsent(what, w -> new Times()).add(times(what, 5 * CALLS));
        }
        copies.useOwn(schema);
    }

    /** What commands cost with so many open obligations; the medians in milliseconds. */
    private Map<What, Double> commands(int open) {
        say("Commands with %,d open obligations".formatted(open));
        fill(open);
        Map<What, Times> times = new EnumMap<>(What.class);
        Times ofBare = new Times();
        Map<What, Long> log = new EnumMap<>(What.class);
        for (int i = 0; i < ROUNDS; i++) {
            for (What what : List.of(What.RAISE, What.RAISE_OWN, What.DECIDE, What.COMPLETE)) {
                long before = database.writeAheadLog();
                times.computeIfAbsent(what, w -> new Times()).add(times(what, CALLS));
                log.merge(what, database.writeAheadLog() - before, Long::sum);
            }
            ofBare.add(bareStarts());
        }
        Map<What, Double> medians = new EnumMap<>(What.class);
        times.forEach((what, of) -> {
            medians.put(what, of.median());
            report.note("%s, median, %,d open".formatted(said(what), open), "ms", of.median());
        });
        report.note("Bare engine start at full history, median", "ms", ofBare.median());
        report.aim(
                "%s, %,d open, against a bare engine start".formatted(said(What.RAISE), open),
                "times",
                medians.get(What.RAISE) / ofBare.median(),
                OF_A_BARE_START);
        for (What raise : List.of(What.RAISE, What.RAISE_OWN)) {
            report.atMost(
                    "%s, %,d open, write-ahead log of each".formatted(said(raise), open),
                    "bytes",
                    Math.rint((double) log.get(raise) / (ROUNDS * CALLS)),
                    LOG_OF_A_RAISE);
        }
        return medians;
    }

    /** Half of the copies wait for a decision, half are being carried out. */
    private void fill(int open) {
        Copies copies = new Copies(database);
        times(What.RAISE, 1);
        times(What.RAISE_OWN, 1);
        int missing = open - (int) database.number("select count(*) from mandat.obligation where state = 'OPEN'");
        if (missing > 1) {
            int from = (int) database.number("select count(*) from mandat.case_");
            copies.everythingOf(aCase("DECIDING"), from, from + missing / 2);
            copies.everythingOf(aCase("ACTING"), from + missing / 2 + 1, from + missing);
        }
        times(What.RAISE, CALLS);
    }

    private String aCase(String stage) {
        return database.texts("select number from mandat.case_ where stage = '" + stage + "' order by number limit 1")
                .getFirst();
    }

    private List<Long> bareStarts() {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            long begin = System.nanoTime();
            bare.start();
            times.add(System.nanoTime() - begin);
        }
        return times;
    }

    private List<Long> times(What what, int calls) {
        HttpResponse<String> answer =
                system.send(HttpRequest.newBuilder(system.at("/bench/times?what=" + what + "&calls=" + calls))
                        .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    what + " failed with " + answer.statusCode() + "; the server's log says why");
        }
        return answer.body().lines().map(Long::valueOf).toList();
    }

    private static String said(What what) {
        return switch (what) {
            case RAISE -> "Raise";
            case RAISE_OWN -> "Raise within the mandate";
            case DECIDE -> "Complete a step: decide";
            case COMPLETE -> "Complete a step: act";
            case TO_DO -> "To do";
            case EVER_OWED -> "All ever owed";
        };
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
