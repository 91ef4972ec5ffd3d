package se.mandat.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import se.mandat.history.Verification.Why;
import se.mandat.shared.Actor;
import se.mandat.shared.DomainEvent.FreeText;

/** Whatever the chain, and whatever is done to it: it is found. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class ChainPropertiesTest {

    private static final String SUBJECT = ChainFixture.SUBJECT;

    private enum Field {
        TYPE,
        AT,
        ACTOR,
        ON_BEHALF_OF,
        PAYLOAD,
        PREVIOUS_HASH,
        HASH
    }

    @Property
    void an_untouched_chain_is_intact(@ForAll("chains") Chain chain) {
        assertThat(chain.verify()).isEqualTo(Verification.intact(chain.head()));
    }

    @Property
    void any_change_of_any_field_is_found_where_it_is(
            @ForAll("chains") Chain chain, @ForAll @IntRange(max = 100) int which, @ForAll Field field) {
        int index = which % chain.links().size();
        List<Link> links = new ArrayList<>(chain.links());
        links.set(index, changed(links.get(index), field));
        assertBreak(chain, links, index + 1);
    }

    @Property
    void an_entry_that_was_changed_and_hashed_again_is_found(
            @ForAll("chains") Chain chain, @ForAll @IntRange(max = 100) int which, @ForAll Field field) {
        int index = which % chain.links().size();
        List<Link> links = new ArrayList<>(chain.links());
        links.set(index, rehashed(changed(links.get(index), field)));
        Assume.that(!links.get(index).equals(chain.links().get(index)));
        assertThat(verify(chain, links).firstBreak().seq()).isBetween(index + 1, index + 2);
    }

    @Property
    void a_chain_written_anew_from_some_entry_on_is_found_at_its_head(
            @ForAll("chains") Chain chain, @ForAll @IntRange(max = 100) int which) {
        int index = which % chain.links().size();
        List<Link> links = new ArrayList<>(chain.links().subList(0, index));
        Head head = index == 0 ? Head.OF_NOTHING : links.getLast().head();
        for (Link link : chain.links().subList(index, chain.links().size())) {
            Link forged =
                    Link.after(head, SUBJECT, link.type(), link.at(), "mallory", link.onBehalfOf(), link.payload());
            links.add(forged);
            head = forged.head();
        }
        assertThat(verify(chain, links).firstBreak())
                .isEqualTo(new Verification.Break(links.size(), Why.HEAD_DISAGREES));
    }

    @Property
    void any_removed_entry_is_found_where_it_was(
            @ForAll("chains") Chain chain, @ForAll @IntRange(max = 100) int which) {
        int index = which % chain.links().size();
        List<Link> links = new ArrayList<>(chain.links());
        links.remove(index);
        assertBreak(chain, links, index + 1);
    }

    @Property
    void any_removed_entry_is_found_when_the_later_ones_are_numbered_anew(
            @ForAll("chains") Chain chain, @ForAll @IntRange(max = 100) int which) {
        int index = which % chain.links().size();
        List<Link> links = new ArrayList<>(chain.links());
        links.remove(index);
        assertBreak(chain, numbered(links), index + 1);
    }

    @Property
    void any_inserted_entry_is_found(@ForAll("chains") Chain chain, @ForAll @IntRange(max = 100) int which) {
        int index = which % (chain.links().size() + 1);
        List<Link> links = new ArrayList<>(chain.links());
        Head before = index == 0 ? Head.OF_NOTHING : links.get(index - 1).head();
        Instant at = Instant.parse("2026-11-22T12:00:00Z");
        links.add(index, Link.after(before, SUBJECT, "case.closed.v1", at, "mallory", null, "{}"));
        Verification found = verify(chain, numbered(links));
        assertThat(found.intact()).isFalse();
        assertThat(found.firstBreak().seq()).isBetween(index + 1, index + 2);
    }

    @Property
    void any_two_swapped_entries_are_found_at_the_first(
            @ForAll("chains") Chain chain, @ForAll @IntRange(max = 100) int one, @ForAll @IntRange(max = 100) int two) {
        int size = chain.links().size();
        Assume.that(one % size != two % size);
        List<Link> links = new ArrayList<>(chain.links());
        Collections.swap(links, one % size, two % size);
        assertBreak(chain, numbered(links), Math.min(one % size, two % size) + 1);
    }

    @Property
    void any_changed_text_is_found(@ForAll("chains") Chain chain, @ForAll @IntRange(max = 100) int which) {
        Assume.that(!chain.texts().isEmpty());
        int index = which % chain.texts().size();
        StoredText text = chain.texts().get(index);
        List<StoredText> others = new ArrayList<>(chain.texts());
        others.remove(index);

        assertThat(why(chain, others, null)).isEqualTo(Why.TEXT_MISSING);
        assertThat(why(chain, others, new StoredText(text.id(), text.salt(), text.content() + " ")))
                .isEqualTo(Why.TEXT_CHANGED);
        assertThat(why(chain, others, new StoredText(text.id(), Link.NOTHING, text.content())))
                .isEqualTo(Why.TEXT_CHANGED);
        assertThat(why(chain, others, new StoredText(text.id(), null, null))).isEqualTo(Why.TEXT_ERASED_UNSAID);
    }

    @Property
    void a_head_that_says_something_else_is_found(@ForAll("chains") Chain chain) {
        Head head = chain.head();
        for (Head other : List.of(
                new Head(head.seq() - 1, head.hash()),
                new Head(head.seq() + 1, head.hash()),
                new Head(head.seq(), Link.NOTHING))) {
            assertThat(new Chain(SUBJECT, chain.links(), chain.texts(), other)
                            .verify()
                            .intact())
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<Chain> chains() {
        Arbitrary<String> names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> words = Arbitraries.strings().excludeChars('\u0000').ofMaxLength(40);
        Arbitrary<Object> values = Arbitraries.oneOf(
                words.map(Object.class::cast),
                Arbitraries.longs().between(-(1L << 53) + 1, (1L << 53) - 1).map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                words.list().ofMaxSize(3).map(Object.class::cast));
        Arbitrary<Map<String, Object>> facts = Arbitraries.maps(names, values).ofMaxSize(4);
        Arbitrary<List<FreeText>> texts =
                words.map(content -> new FreeText("-reason", content)).list().ofMaxSize(1);
        Arbitrary<Noted> events = Combinators.combine(
                        Arbitraries.of("case.raised.v1", "case.decided.v1", "case.closed.v1"), facts, texts)
                .as((type, fact, text) -> new Noted(SUBJECT, type, fact, text, false));
        Arbitrary<Actor> actors =
                Arbitraries.of(Actor.SYSTEM, Actor.of("sara"), Actor.of("karin").onBehalfOf("per"));
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000));
        return Combinators.combine(events, actors, times)
                .as(Happening::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(happenings -> {
                    ChainFixture fixture = new ChainFixture();
                    happenings.forEach(h -> fixture.happened(h.event(), h.actor(), h.at()));
                    return fixture.chain();
                });
    }

    private record Happening(Noted event, Actor actor, Instant at) {}

    private static Link changed(Link l, Field field) {
        return switch (field) {
            case TYPE ->
                link(l, l.type() + "x", l.at(), l.actor(), l.onBehalfOf(), l.payload(), l.previousHash(), l.hash());
            case AT ->
                link(
                        l,
                        l.type(),
                        l.at().plusNanos(1_000),
                        l.actor(),
                        l.onBehalfOf(),
                        l.payload(),
                        l.previousHash(),
                        l.hash());
            case ACTOR -> link(l, l.type(), l.at(), "mallory", l.onBehalfOf(), l.payload(), l.previousHash(), l.hash());
            case ON_BEHALF_OF -> link(l, l.type(), l.at(), l.actor(), "eva", l.payload(), l.previousHash(), l.hash());
            case PAYLOAD ->
                link(
                        l,
                        l.type(),
                        l.at(),
                        l.actor(),
                        l.onBehalfOf(),
                        "{\"!\":1" + (l.payload().equals("{}") ? "" : ",")
                                + l.payload().substring(1),
                        l.previousHash(),
                        l.hash());
            case PREVIOUS_HASH ->
                link(l, l.type(), l.at(), l.actor(), l.onBehalfOf(), l.payload(), "f".repeat(64), l.hash());
            case HASH ->
                link(l, l.type(), l.at(), l.actor(), l.onBehalfOf(), l.payload(), l.previousHash(), "f".repeat(64));
        };
    }

    private static Link link(
            Link l,
            String type,
            Instant at,
            String actor,
            String onBehalfOf,
            String payload,
            String previousHash,
            String hash) {
        return new Link(l.subject(), l.seq(), type, at, actor, onBehalfOf, payload, previousHash, hash);
    }

    private static Link rehashed(Link l) {
        return link(l, l.type(), l.at(), l.actor(), l.onBehalfOf(), l.payload(), l.previousHash(), l.computedHash());
    }

    private static List<Link> numbered(List<Link> links) {
        List<Link> numbered = new ArrayList<>();
        for (Link l : links) {
            numbered.add(new Link(
                    l.subject(),
                    numbered.size() + 1,
                    l.type(),
                    l.at(),
                    l.actor(),
                    l.onBehalfOf(),
                    l.payload(),
                    l.previousHash(),
                    l.hash()));
        }
        return numbered;
    }

    private static Verification verify(Chain chain, List<Link> links) {
        List<Link> inOrder = new ArrayList<>(links);
        inOrder.sort(Comparator.comparingInt(Link::seq));
        return new Chain(SUBJECT, inOrder, chain.texts(), chain.head()).verify();
    }

    private static void assertBreak(Chain chain, List<Link> links, int seq) {
        Verification found = verify(chain, links);
        assertThat(found.intact()).isFalse();
        assertThat(found.firstBreak().seq()).isEqualTo(seq);
    }

    private static Why why(Chain chain, List<StoredText> others, StoredText tampered) {
        List<StoredText> texts = new ArrayList<>(others);
        if (tampered != null) {
            texts.add(tampered);
        }
        return new Chain(SUBJECT, chain.links(), texts, chain.head())
                .verify()
                .firstBreak()
                .why();
    }
}
