package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How well open cases about the same matter are found, measured with the stories of alike.txt: each story is asked for
 * while all the others are open cases. Precision is the share of the suggestions that are about the same matter, recall
 * the share of all that are about it that were suggested.
 */
class SimilarCasesOnPostgresTest {

    private static final List<Story> STORIES = read();

    // A little under what is reached.
    private static final double WORKED_PRECISION = 0.52;
    private static final double WORKED_RECALL = 0.62;
    private static final double AFTER_PRECISION = 0.44;
    private static final double AFTER_RECALL = 0.68;

    private static EmbeddedPostgres postgres;
    private static String url;
    private static SessionFactory sessions;
    private static long seen;

    private record Story(String number, String matter, String words, String goal, boolean writtenAfter) {

        String said() {
            return words + " " + goal;
        }

        boolean isAboutTheSameAs(Story other) {
            return other != this && !matter.equals("-") && matter.equals(other.matter);
        }
    }

    /** @param score how much the two are alike, by whoever suggests */
    private record Suggestion(Story asked, Story found, double score) {

        boolean isRight() {
            return asked.isAboutTheSameAs(found);
        }
    }

    private record Quality(String of, double precision, double recall) {

        static Quality of(String name, List<Suggestion> suggestions, boolean writtenAfter, double enough) {
            List<Suggestion> made = suggestions.stream()
                    .filter(s -> s.asked().writtenAfter() == writtenAfter && s.score() >= enough)
                    .toList();
            long right = made.stream().filter(Suggestion::isRight).count();
            long all = STORIES.stream()
                    .filter(s -> s.writtenAfter() == writtenAfter)
                    .mapToLong(s -> STORIES.stream().filter(s::isAboutTheSameAs).count())
                    .sum();
            return new Quality(name, made.isEmpty() ? 1 : (double) right / made.size(), (double) right / all);
        }

        double together() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }

        @Override
        public String toString() {
            return "%-48s precision %.2f  recall %.2f  F1 %.2f".formatted(of, precision, recall, together());
        }
    }

    @BeforeAll
    static void openACaseForEachStory() throws IOException, SQLException {
        postgres =
                EmbeddedPostgres.builder().setServerConfig("autovacuum", "off").start();
        url = postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=mandat";
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .defaultSchema("mandat")
                .load()
                .migrate();
        sessions = new Configuration()
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.session.events.log", "false")
                .buildSessionFactory();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // Cases without obligations and the rest: only their words count here.
            statement.execute("set session_replication_role = replica");
            for (Story story : STORIES) {
                insert(connection, story);
            }
        }
        seen = take(0);
    }

    @AfterAll
    static void stop() throws IOException {
        sessions.close();
        postgres.close();
    }

    @Test
    void mostSuggestionsAreAboutTheSameMatterAndMostOfThoseThatAreGetSuggested() throws SQLException {
        List<Suggestion> unknowing = alike();
        execute("analyze voice_gist");
        List<Suggestion> alike = alike();
        List<Suggestion> fullText = by(
                """
                select c.number, ts_rank(to_tsvector('swedish', v.words || ' ' || v.goal), q, 1) as score
                from customer_voice v join case_ c on c.number = v.case_number,
                     cast(array_to_string(tsvector_to_array(to_tsvector('swedish', ?)), ' | ') as tsquery) q
                where to_tsvector('swedish', v.words || ' ' || v.goal) @@ q
                order by score desc limit 6
                """);
        List<Suggestion> trigrams = by(
                """
                select v.case_number, similarity(v.words || ' ' || v.goal, ?) as score
                from customer_voice v order by score desc limit 6
                """);

        Quality worked = Quality.of("cases alike, worked out with these", alike, false, 0);
        Quality after = Quality.of("cases alike, written after", alike, true, 0);
        Quality afterUnknowing = Quality.of("cases alike, written after, no statistics yet", unknowing, true, 0);
        for (Quality quality : List.of(
                atBest("full text alone", fullText, false),
                atBest("full text alone, written after", fullText, true),
                atBest("trigrams alone", trigrams, false),
                atBest("trigrams alone, written after", trigrams, true),
                worked,
                after,
                afterUnknowing)) {
            System.out.println(quality);
        }

        assertThat(worked.precision()).isGreaterThan(WORKED_PRECISION);
        assertThat(worked.recall()).isGreaterThan(WORKED_RECALL);
        assertThat(after.precision()).isGreaterThan(AFTER_PRECISION);
        assertThat(after.recall()).isGreaterThan(AFTER_RECALL);
        assertThat(afterUnknowing.together()).isGreaterThan(0.48);
        assertThat(worked.together())
                .isGreaterThan(atBest("", fullText, false).together())
                .isGreaterThan(atBest("", trigrams, false).together());
    }

    @Test
    void thereAreAtLeastSixtyStoriesAndManyAreAboutNothingElse() {
        assertThat(STORIES).hasSizeGreaterThan(60);
        assertThat(STORIES.stream().filter(s -> s.matter().equals("-"))).hasSizeGreaterThan(30);
        assertThat(STORIES.stream().filter(Story::writtenAfter)).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({
        "ansökan, ansökningarna",
        "parkeringstillstånd, tillstånd för parkering",
        "dagis, förskolan",
        "bank-id, BankID",
        "vårdcentral, vårdcentralernas",
        "ELJUS, gatubelysning med eljus"
    })
    void inflectionsCompoundsAndOtherWordsForTheSameMeet(String one, String other) throws SQLException {
        assertThat(gist(one)).containsAnyElementsOf(gist(other));
    }

    @ParameterizedTest
    @CsvSource({"kön är lång, låna en bok", "brunnen svämmar över, brunt vatten", "materialet, maten"})
    void wordsThatOnlyBeginAlikeDoNot(String one, String other) throws SQLException {
        assertThat(gist(one).stream().filter(n -> n < 0)).doesNotContainAnyElementsOf(gist(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "Det är inte bra, jag vill ha hjälp!", "🚌🚌🚌", "?", "مرحبا", "%_' \\ | & ! :*"})
    void whatSaysNothingFindsNothing(String said) {
        assertThat(suggestions(said)).isEmpty();
    }

    @Test
    void aLetterWrittenAsTwoIsTheSameLetter() throws SQLException {
        String said = "Färjan är inställd på ön";
        assertThat(gist(Normalizer.normalize(said, Normalizer.Form.NFD))).isEqualTo(gist(said));
    }

    @Test
    void whatIsNoLanguageIsAnsweredToo() throws SQLException {
        assertThat(gist("x".repeat(4_000))).hasSizeLessThan(100);
        assertThat(suggestions("ordutanslut".repeat(363))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void theSameWordsAreAlwaysFoundAndAtMostFiveOthers() {
        for (Story story : STORIES) {
            assertThat(suggestions(story.said())).hasSizeBetween(1, 5).first().satisfies(found -> assertThat(
                            found.words())
                    .isEqualTo(story.words()));
        }
    }

    @Test
    void aClosedCaseIsNotSuggested() {
        Story story = STORIES.getFirst();
        assertThat(whileClosed(story, () -> suggestions(story.said())))
                .extracting(SimilarCases.Found::number)
                .isNotEmpty()
                .doesNotContain(story.number());
    }

    @Test
    void aCaseWithASensitiveVoiceIsNotSuggested() {
        Story story = STORIES.getFirst();
        stage(story, "sensitive = true");
        try {
            assertThat(suggestions(story.said()))
                    .extracting(SimilarCases.Found::number)
                    .isNotEmpty()
                    .doesNotContain(story.number());
        } finally {
            stage(story, "sensitive = false");
        }
    }

    @Test
    void everyVoiceIsTakenOnceAlsoByTwoAtTheSameTime() throws SQLException {
        execute("delete from voice_gist where case_number < 'M-2026-0020'");
        try (Session first = sessions.openSession()) {
            first.beginTransaction();
            new TakeGists(first).after(0);
            CompletableFuture<Long> second = CompletableFuture.supplyAsync(() -> take(0));
            first.getTransaction().commit();
            assertThat(second.join()).isEqualTo(seen);
        }
        assertThat(count("select count(*) from voice_gist")).isEqualTo(STORIES.size());
    }

    @Test
    void onlyVoicesOfOpenCasesWithoutASensitiveVoiceAreTaken() throws SQLException {
        Story closed = STORIES.get(0);
        Story sensitive = STORIES.get(1);
        Story open = STORIES.get(2);
        String gists = "select count(*) from voice_gist where case_number = '%s'";
        execute("delete from voice_gist where case_number <= '" + open.number() + "'");
        stage(sensitive, "sensitive = true");
        try {
            assertThat(whileClosed(closed, () -> take(0))).isEqualTo(seen);
            assertThat(count(gists.formatted(closed.number()))).isZero();
            assertThat(count(gists.formatted(sensitive.number()))).isZero();
            assertThat(count(gists.formatted(open.number()))).isOne();
        } finally {
            stage(sensitive, "sensitive = false");
            take(0);
        }
    }

    @Test
    void aVoiceThatWasOvertakenByOthersIsTakenWhenItIsSeen() throws SQLException {
        execute("delete from voice_gist where case_number = '" + STORIES.get(3).number() + "'");
        assertThat(take(seen)).isEqualTo(seen);
        assertThat(count("select count(*) from voice_gist")).isEqualTo(STORIES.size());
    }

    private static long take(long seen) {
        return sessions.fromTransaction(session -> new TakeGists(session).after(seen));
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Suggestion> alike() {
        List<Suggestion> all = new ArrayList<>();
        for (Story asked : STORIES) {
            List<SimilarCases.Found> found = whileClosed(asked, () -> suggestions(asked.said()));
            found.forEach(one -> all.add(new Suggestion(asked, story(one.number()), 1)));
        }
        return all;
    }

    private static <T> T whileClosed(Story story, Supplier<T> asking) {
        stage(story, "stage = 'CLOSED', closed_as = 'WITHDRAWN', closed_at = now()");
        try {
            return asking.get();
        } finally {
            stage(story, "stage = 'DECIDING', closed_as = null, closed_at = null");
        }
    }

    private static void stage(Story story, String values) {
        try {
            execute("set session_replication_role = replica; update case_ set " + values + " where number = '"
                    + story.number() + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<SimilarCases.Found> suggestions(String said) {
        return sessions.fromTransaction(session -> new CasesAlike(session).to(said));
    }

    /** What another way would suggest, at most five others. */
    private static List<Suggestion> by(String query) throws SQLException {
        List<Suggestion> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (Story asked : STORIES) {
                statement.setString(1, asked.said());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Story found = story(rows.getString(1));
                        if (found != asked) {
                            all.add(new Suggestion(asked, found, rows.getDouble(2)));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** With the threshold that suits it best, chosen with the very stories that it is measured with. */
    private static Quality atBest(String name, List<Suggestion> suggestions, boolean writtenAfter) {
        return suggestions.stream()
                .map(Suggestion::score)
                .distinct()
                .map(enough -> Quality.of(name, suggestions, writtenAfter, enough))
                .max(Comparator.comparing(Quality::together))
                .orElseThrow();
    }

    private static List<Integer> gist(String said) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement("select unnest(gist_of(?))")) {
            statement.setString(1, said);
            List<Integer> numbers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getInt(1));
                }
            }
            return numbers;
        }
    }

    private static void insert(Connection connection, Story story) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                with raised as (
                    insert into case_ (number, raised_by, raised_at, units, stage, severity, route, owner_accepted,
                                       owned_by, contributed_by, round, version)
                    values (?, 'sara', now(), '{nordvik}', 'DECIDING', 'DETOUR', 'MANAGER', false, '{}', '{}', 1, 0)
                    returning number)
                insert into customer_voice (id, case_number, position, words, goal, outcome, wants_reply, has_contact,
                                            added_by, added_at)
                select gen_random_uuid(), number, 0, ?, ?, 'DETOUR', false, false, 'sara', now() from raised
                """)) {
            insert.setString(1, story.number());
            insert.setString(2, story.words());
            insert.setString(3, story.goal());
            insert.executeUpdate();
        }
    }

    private static Story story(String number) {
        return STORIES.stream()
                .filter(s -> s.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static List<Story> read() {
        try (InputStream stories = SimilarCasesOnPostgresTest.class.getResourceAsStream("alike.txt")) {
            List<String> lines = new String(Objects.requireNonNull(stories).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            int writtenAfter = lines.indexOf("----");
            return IntStream.range(0, lines.size())
                    .filter(i -> i != writtenAfter)
                    .mapToObj(i -> {
                        String[] parts = lines.get(i).split(" \\| ");
                        return new Story(
                                "M-2026-%04d".formatted(i + 1), parts[0], parts[1], parts[2], i > writtenAfter);
                    })
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
