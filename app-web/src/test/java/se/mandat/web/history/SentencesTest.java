package se.mandat.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.mandat.cases.CaseEvent;
import se.mandat.obligation.ObligationEvent;
import se.mandat.promise.PromiseEvent;
import se.mandat.shared.DomainEvent;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Words;

/** Whatever happens to a case or a promise is said as one sentence, in both languages, with nothing left open. */
class SentencesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Sentences sentences = new Sentences(
            new Names() {
                @Override
                public String person(String username) {
                    return "Karin Lund";
                }
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    static Stream<DomainEvent> events() {
        return Stream.of(CaseEvent.class, ObligationEvent.class, PromiseEvent.class)
                .flatMap(SentencesTest::records)
                .map(type -> (DomainEvent) sample(type));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(SentencesTest::records);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsSaidInBothLanguages(DomainEvent event) {
        for (Words words : List.of(Words.in(Words.SWEDISH), Words.in(Words.ENGLISH))) {
            assertThat(words.has("history." + event.type())).as(event.type()).isTrue();
            String sentence = say(event, words);
            assertThat(sentence)
                    .as(event.type())
                    .endsWith(".")
                    .doesNotContain("{")
                    .doesNotContain("null")
                    .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void aSentenceAsksOnlyForFactsThatTheEventLeaves(DomainEvent event) {
        Set<String> known = new TreeSet<>(event.facts().keySet());
        known.addAll(Set.of("actor", "by", "owner"));
        String pattern = pattern(event);
        MessagePattern parsed = new MessagePattern(pattern);
        Set<String> asked = IntStream.range(0, parsed.countParts())
                .mapToObj(parsed::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .map(parsed::getSubstring)
                .collect(Collectors.toSet());
        assertThat(known).as(event.type()).containsAll(asked);
    }

    private static String pattern(DomainEvent event) {
        java.util.Properties words = new java.util.Properties();
        try (var in = SentencesTest.class.getResourceAsStream("/se/mandat/web/words/history_sv.properties")) {
            words.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return words.getProperty("history." + event.type());
    }

    private String say(DomainEvent event, Words words) {
        StringOutput out = new StringOutput();
        sentences
                .say(event.type(), event.facts(), "karin", new Spoken(words, NOW))
                .writeTo(new OwaspHtmlTemplateOutput(out));
        return out.toString();
    }

    /** Some value of this type; of a record one with some value in every component. */
    private static Object sample(Class<?> type) {
        if (type.isRecord()) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return constructor.newInstance(Arrays.stream(components)
                        .map(component -> sample(component.getType()))
                        .toArray());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName(), e);
            }
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == int.class) {
            return 2;
        }
        if (type == long.class || type == Long.class) {
            return 2L;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        Map<Class<?>, Object> known = Map.of(
                String.class, "karin",
                Instant.class, NOW,
                LocalDate.class, LocalDate.of(2026, 11, 26),
                UUID.class, new UUID(0, 1),
                List.class, List.of("karin"),
                Set.class, Set.of("karin"),
                Map.class, Map.of());
        return known.get(type);
    }
}
