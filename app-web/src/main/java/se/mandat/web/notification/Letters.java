package se.mandat.web.notification;

import gg.jte.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import se.mandat.notification.Letter;
import se.mandat.notification.LetterWriter;
import se.mandat.web.history.Sentences;
import se.mandat.web.obligation.WhatIsOwed;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.PageWriter;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Words;

/** Writes letters: the customer's words first, then what the reader owes and what has happened. */
@ApplicationScoped
public class Letters implements LetterWriter {

    private static final int LONGEST_HEADLINE = 60;

    /** That the reader owes something is said by the duty itself. */
    private static final Set<String> SAID_BY_THE_DUTY = Set.of("obligation.opened.v1", "obligation.reminded.v1");

    @Inject
    private Sentences sentences;

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    public Letters() {}

    Letters(Sentences sentences, Names names, Clock clock) {
        this.sentences = sentences;
        this.names = names;
        this.clock = clock;
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
        List<LetterView.Section> sections =
                letter.cases().stream().map(about -> section(about, t)).toList();
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
        String headline = first.quote() == null
                ? shortened(first.goal())
                : t.say("mail.quoted", "words", shortened(first.quote()));
        int count = sections.size() + letter.more();
        if (count > 1 && !letter.urgent()) {
            return t.say("mail.subject.several", "headline", headline, "count", count);
        }
        if (letter.urgent()) {
            return t.say("mail.subject.harmed", "headline", headline, "number", first.caseNumber());
        }
        return first.duties().isEmpty()
                ? t.say("mail.subject.told", "headline", headline, "number", first.caseNumber())
                : t.say(
                        "mail.subject.owed",
                        "headline",
                        headline,
                        "what",
                        first.duties().getFirst().what(),
                        "number",
                        first.caseNumber());
    }

    private LetterView.Section section(Letter.About about, Spoken t) {
        String verb = about.owed().isEmpty()
                ? t.say("mail.open")
                : t.one("obligation.verb", about.owed().getFirst().kind());
        return new LetterView.Section(
                about.caseNumber(),
                about.words(),
                about.goal(),
                about.harmed(),
                about.owed().stream().map(owed -> duty(owed, t)).toList(),
                about.told().stream()
                        .filter(told -> !SAID_BY_THE_DUTY.contains(told.kind()))
                        .map(told -> line(told, t))
                        .toList(),
                home() + "/cases/" + about.caseNumber() + (about.owed().isEmpty() ? "" : "#act"),
                verb);
    }

    private LetterView.Duty duty(Letter.Owed owed, Spoken t) {
        String what = t.one("obligation.title", WhatIsOwed.in(owed.kind(), owed.concerns(), owed.beside()));
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
                late);
    }

    private LetterView.Line line(Letter.Told told, Spoken t) {
        return new LetterView.Line(
                t.moment(told.at()),
                sentences.say(told.kind(), Sentences.facts(told.facts()), told.by(), told.onBehalfOf(), t),
                sentences.text(told.kind(), Sentences.facts(told.facts()), told.by(), told.onBehalfOf(), t));
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
