package se.mandat.web.notification;

import gg.jte.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.mandat.cases.ObligationView;
import se.mandat.cases.ViewWhatNext;
import se.mandat.notification.Letter;
import se.mandat.notification.LetterWriter;
import se.mandat.web.history.Sentences;
import se.mandat.web.obligation.Otherwise;
import se.mandat.web.obligation.WhatIsOwed;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.PageWriter;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Words;

/**
 * Writes letters: the customer's words first, then what the reader owes and what has happened. Of a protected voice only
 * what the reader is to do, and the case's number.
 */
@ApplicationScoped
public class Letters implements LetterWriter {

    private static final int LONGEST_HEADLINE = 60;

    /** That the reader owes something is said by the duty itself. */
    private static final Set<String> SAID_BY_THE_DUTY = Set.of("obligation.opened.v1", "obligation.reminded.v1");

    private static final String OF_SILENCE = "obligation.escalated.v1";

    @Inject
    private Sentences sentences;

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    @Inject
    private ViewWhatNext viewWhatNext;

    public Letters() {}

    Letters(Sentences sentences, Names names, Clock clock, ViewWhatNext viewWhatNext) {
        this.sentences = sentences;
        this.names = names;
        this.clock = clock;
        this.viewWhatNext = viewWhatNext;
    }

    @Override
    public Written write(Letter letter) {
        Spoken t = Spoken.readLater(Words.in(letter.language()), clock.instant());
        LetterView view = view(letter, t);
        try {
            String html = new String(
                    PageWriter.render(Page.of("mail/letter", "t", t, "letter", view))
                            .toByteArray(),
                    StandardCharsets.UTF_8);
            return new Written(view.subject(), LetterText.of(view, t), html);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
    }

    private LetterView view(Letter letter, Spoken t) {
        Map<UUID, ObligationView.Next> next = viewWhatNext.handle(
                letter.cases().stream().flatMap(Letters::obligations).distinct().toList());
        List<LetterView.Section> sections =
                letter.cases().stream().map(about -> section(about, next, t)).toList();
        boolean owed = sections.stream().anyMatch(section -> !section.duties().isEmpty());
        String lead = letter.urgent()
                ? t.say("mail.lead.harmed")
                : t.say(owed ? "mail.lead.owed" : "mail.lead.told", "count", sections.size() + letter.more());
        return new LetterView(
                subject(letter, sections, t),
                letter.urgent(),
                t.say("mail.greeting", "name", letter.name().split(" ", 2)[0]),
                lead,
                sections,
                letter.more() == 0 ? null : t.say("mail.more", "count", letter.more()),
                home() + "/",
                home() + "/settings");
    }

    private static String subject(Letter letter, List<LetterView.Section> sections, Spoken t) {
        LetterView.Section first = sections.getFirst();
        boolean secret = first.quote() == null;
        String headline = secret ? deed(first) : t.say("mail.quoted", "words", shortened(first.quote()));
        int count = sections.size() + letter.more();
        if (count > 1 && !letter.urgent()) {
            return t.say("mail.subject.several", "headline", secret ? first.caseNumber() : headline, "count", count);
        }
        if (letter.urgent()) {
            return t.say("mail.subject.harmed", "headline", headline, "number", first.caseNumber());
        }
        return secret || first.duties().isEmpty()
                ? t.say("mail.subject.told", "headline", headline, "number", first.caseNumber())
                : t.say("mail.subject.owed", "headline", headline, "what", deed(first), "number", first.caseNumber());
    }

    /** What its reader is to do about the case. */
    private static String deed(LetterView.Section section) {
        return section.duties().isEmpty()
                ? section.verb()
                : section.duties().getFirst().what();
    }

    /** Those of which it is said what comes of silence. */
    private static Stream<UUID> obligations(Letter.About about) {
        return Stream.concat(
                about.owed().stream().map(Letter.Owed::obligation),
                about.told().stream().flatMap(told -> silent(told).stream()));
    }

    /** What somebody else is silent about, whose manager is told. */
    private static Optional<UUID> silent(Letter.Told told) {
        return told.kind().equals(OF_SILENCE)
                ? Optional.ofNullable(Sentences.facts(told.facts()).get("obligation"))
                        .map(id -> UUID.fromString(id.toString()))
                : Optional.empty();
    }

    private LetterView.Section section(Letter.About about, Map<UUID, ObligationView.Next> next, Spoken t) {
        String verb = about.owed().isEmpty()
                ? t.say("mail.open")
                : t.one("obligation.verb", about.owed().getFirst().kind());
        return new LetterView.Section(
                about.caseNumber(),
                about.words(),
                about.goal(),
                about.harmed(),
                about.owed().stream().map(owed -> duty(owed, next, t)).toList(),
                about.told().stream()
                        .filter(told -> !SAID_BY_THE_DUTY.contains(told.kind()))
                        .map(told -> line(told, about, next, t))
                        .toList(),
                home() + "/cases/" + about.caseNumber() + (about.owed().isEmpty() ? "" : "#act"),
                verb);
    }

    private LetterView.Duty duty(Letter.Owed owed, Map<UUID, ObligationView.Next> next, Spoken t) {
        String about = WhatIsOwed.in(owed.kind(), owed.concerns(), owed.beside());
        String what = t.one("obligation.title", about);
        boolean late = t.isPast(owed.dueAt());
        String when;
        if (late) {
            when = t.say("mail.late", "when", t.moment(owed.dueAt()));
        } else if (owed.opensAt() != null && owed.opensAt().isAfter(t.now())) {
            when = t.say("mail.opens", "opens", t.day(owed.opensAt()), "when", t.moment(owed.dueAt()));
        } else {
            when = t.say("mail.due", "when", t.moment(owed.dueAt()));
        }
        return new LetterView.Duty(
                owed.onBehalfOf() == null
                        ? what
                        : t.say("mail.behalf", "what", what, "who", names.person(owed.onBehalfOf())),
                when,
                late,
                otherwise(next.get(owed.obligation()), about, owed.dueAt(), late, t));
    }

    private LetterView.Line line(Letter.Told told, Letter.About about, Map<UUID, ObligationView.Next> next, Spoken t) {
        Map<String, Object> facts = Sentences.facts(told.facts());
        LetterView.Sentence otherwise = silent(told)
                .filter(id -> about.owed().stream().noneMatch(owed -> id.equals(owed.obligation())))
                .map(id -> otherwise(next.get(id), null, told.at(), true, t))
                .orElse(null);
        return new LetterView.Line(
                t.moment(told.at()),
                new LetterView.Sentence(
                        sentences.say(told.kind(), facts, told.by(), told.onBehalfOf(), t),
                        sentences.text(told.kind(), facts, told.by(), told.onBehalfOf(), t)),
                otherwise);
    }

    /** As the case's page says it; null where nobody knows. */
    private LetterView.Sentence otherwise(
            ObligationView.Next next, String about, Instant dueAt, boolean late, Spoken t) {
        if (next == null) {
            return null;
        }
        String who = next.who() == null ? null : names.person(next.who());
        Otherwise otherwise = Otherwise.of(next.what().name(), about, who, dueAt, next.at(), late, t);
        return new LetterView.Sentence(otherwise.html(t), otherwise.text(t));
    }

    /** On one line, and not too long for a list of mails. */
    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_HEADLINE) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, LONGEST_HEADLINE));
        int space = cut.lastIndexOf(' ');
        return (space > LONGEST_HEADLINE / 2 ? cut.substring(0, space) : cut) + "…";
    }

    private static String home() {
        return System.getProperty("mandat.url", "").replaceFirst("/$", "");
    }
}
