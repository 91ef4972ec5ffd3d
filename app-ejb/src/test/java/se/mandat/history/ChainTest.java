package se.mandat.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import se.mandat.history.Verification.Break;
import se.mandat.history.Verification.Why;
import se.mandat.shared.Actor;
import se.mandat.shared.DomainEvent.FreeText;

class ChainTest {

    private static final String SUBJECT = ChainFixture.SUBJECT;
    private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");

    private final ChainFixture history = new ChainFixture()
            .happened(
                    Noted.of(
                            SUBJECT,
                            "case.raised.v1",
                            Map.of(
                                    "outcome",
                                    "DETOUR",
                                    "cost",
                                    1200,
                                    "reversible",
                                    true,
                                    "units",
                                    List.of("nordvik/medborgarservice/kundservice")),
                            new FreeText("words", "Jag kom fram till slut 🙂")),
                    Actor.of("sara"),
                    AT)
            .happened(
                    Noted.of(SUBJECT, "case.mandate-asked.v1"),
                    Actor.of("karin").onBehalfOf("per"),
                    AT.plusNanos(1_000));

    @Test
    void the_hashes_are_those_that_another_program_computed() {
        assertThat(history.chain().links())
                .extracting(Link::hash)
                .containsExactly(
                        "c869edb1e7567658598c43cdf8f6f096149d07dd337c7bcfd201fdd15db8f52e",
                        "a8dfe2fae9f7c2e2530007bae1e88cc961ef1c11c625458f6d49dd69c755ef5d");
    }

    @Test
    void a_free_text_is_in_the_entry_only_as_id_and_salted_digest() {
        Link raised = history.chain().links().getFirst();
        assertThat(raised.payload())
                .contains(
                        """
                        "words":{"sha256":"e453c3c967d255873d2576d1d8376581f0583555534c9885fd55e40ea131be85",\
                        "text":"00000000-0000-4000-8000-000000000001"}""")
                .doesNotContain("slut");
    }

    @Test
    void an_untouched_chain_is_intact() {
        Chain chain = history.chain();
        assertThat(chain.verify())
                .isEqualTo(new Verification(true, 2, chain.links().getLast().head(), null));
    }

    @Test
    void a_changed_entry_is_found() {
        assertBreak(1, Why.ENTRY_CHANGED, changed(0, l -> with(l, l.payload().replace("DETOUR", "REACHED"))));
        assertBreak(1, Why.ENTRY_CHANGED, changed(0, l -> with(l, l.payload().replace(":", ": "))));
        assertBreak(1, Why.ENTRY_CHANGED, changed(0, l -> with(l, "{")));
        assertBreak(
                2,
                Why.ENTRY_CHANGED,
                changed(
                        1,
                        l -> new Link(
                                l.subject(),
                                l.seq(),
                                l.type(),
                                l.at(),
                                l.actor(),
                                null,
                                l.payload(),
                                l.previousHash(),
                                l.hash())));
    }

    @Test
    void a_removed_entry_is_found() {
        assertBreak(1, Why.ENTRY_MISSING, links(history.chain().links().subList(1, 2)));
        assertBreak(2, Why.ENTRY_MISSING, links(history.chain().links().subList(0, 1)));
        assertBreak(1, Why.ENTRY_MISSING, links(List.of()));
    }

    @Test
    void an_entry_of_another_subject_is_found() {
        Link foreign = Link.after(Head.OF_NOTHING, "M-2026-0413", "case.raised.v1", AT, "sara", null, "{}");
        assertBreak(1, Why.NOT_THE_NEXT, links(List.of(foreign)));
    }

    @Test
    void an_entry_appended_behind_the_head_is_found() {
        Chain chain = history.chain();
        List<Link> longer = new ArrayList<>(chain.links());
        longer.add(Link.after(chain.head(), SUBJECT, "case.closed.v1", AT, "hugo", null, "{}"));
        assertBreak(3, Why.HEAD_DISAGREES, links(longer));
    }

    @Test
    void a_missing_head_is_found() {
        Chain chain = history.chain();
        assertBreak(3, Why.HEAD_MISSING, new Chain(SUBJECT, chain.links(), chain.texts(), null));
        assertBreak(1, Why.HEAD_MISSING, new Chain(SUBJECT, List.of(), List.of(), null));
    }

    @Test
    void a_changed_or_missing_text_is_found() {
        Chain chain = history.chain();
        StoredText words = chain.texts().getFirst();
        assertBreak(1, Why.TEXT_CHANGED, texts(new StoredText(words.id(), words.salt(), "Allt gick bra")));
        assertBreak(1, Why.TEXT_MISSING, texts());
    }

    @Test
    void an_erased_text_leaves_the_chain_whole_only_when_an_entry_says_so() {
        StoredText words = history.chain().texts().getFirst();
        StoredText erased = new StoredText(words.id(), null, null);
        assertBreak(1, Why.TEXT_ERASED_UNSAID, texts(erased));

        history.happened(
                Noted.of(SUBJECT, "text.erased.v1", Map.of(Chain.ERASED, List.of(words.id()))), Actor.of("maja"), AT);

        assertThat(texts(erased).verify().intact()).isTrue();
        assertThat(HistoryEntryView.of(history.chain().links().getFirst(), Map.of(words.id(), erased))
                        .texts()
                        .get("words")
                        .isErased())
                .isTrue();
    }

    @Test
    void readers_are_given_the_facts_as_they_were_hashed_and_the_texts_beside_them() {
        Chain chain = history.chain();
        StoredText words = chain.texts().getFirst();
        HistoryEntryView view = HistoryEntryView.of(chain.links().getFirst(), Map.of(words.id(), words));

        assertThat(view.text("words")).isEqualTo("Jag kom fram till slut 🙂");
        assertThat(view.text("reason")).isNull();
        assertThat(view.payload()).containsEntry("cost", 1200L).containsEntry("reversible", true);
        assertThat(CanonicalJson.of(view.payload()))
                .isEqualTo(chain.links().getFirst().payload());
        assertThat(view.hashedAt()).isEqualTo("2026-11-22T09:30:00.000000Z");
    }

    @Test
    void a_tampered_entry_can_still_be_read() {
        Link tampered = with(history.chain().links().getFirst(), "{\"words\":{\"sha256\":\"1\",\"text\":\"2\"}}");
        assertThat(HistoryEntryView.of(tampered, Map.of()).texts()).isEmpty();
        assertThat(HistoryEntryView.of(with(tampered, "{"), Map.of()).payload()).isEmpty();
    }

    @Test
    void what_has_no_exact_json_is_refused() {
        for (Object inexact : List.of(0.5, 1L << 53, Long.MAX_VALUE)) {
            assertThatThrownBy(() -> CanonicalJson.of(Map.of("cost", inexact)))
                    .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
        }
    }

    @Test
    void a_text_with_the_name_of_a_fact_is_refused() {
        Noted twice = Noted.of(SUBJECT, "case.raised.v1", Map.of("words", 1), new FreeText("words", "Hej"));
        assertThatThrownBy(() -> Payload.of(twice, UUID::randomUUID, () -> new byte[Digest.SALT_BYTES]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("words twice");
    }

    private Chain changed(int index, UnaryOperator<Link> change) {
        List<Link> links = new ArrayList<>(history.chain().links());
        links.set(index, change.apply(links.get(index)));
        return links(links);
    }

    private Chain links(List<Link> links) {
        Chain chain = history.chain();
        return new Chain(SUBJECT, links, chain.texts(), chain.head());
    }

    private Chain texts(StoredText... texts) {
        Chain chain = history.chain();
        return new Chain(SUBJECT, chain.links(), List.of(texts), chain.head());
    }

    private static Link with(Link link, String payload) {
        return new Link(
                link.subject(),
                link.seq(),
                link.type(),
                link.at(),
                link.actor(),
                link.onBehalfOf(),
                payload,
                link.previousHash(),
                link.hash());
    }

    private static void assertBreak(int seq, Why why, Chain chain) {
        Verification verification = chain.verify();
        assertThat(verification.intact()).isFalse();
        assertThat(verification.firstBreak()).isEqualTo(new Break(seq, why));
    }
}
