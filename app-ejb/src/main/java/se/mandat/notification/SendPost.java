package se.mandat.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingCalendars;

/**
 * A mail is taken in one transaction, sent outside any, and marked in another: sent at least once, and under the same
 * Message-ID if it is sent twice.
 */
@Stateless
@RolesAllowed("system")
public class SendPost {

    /** How long after each try the next one comes; after the last there is none. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private static final int WRITTEN_OUT = 12;

    @Inject
    PostTables post;

    @Inject
    Directory directory;

    @Inject
    WorkingCalendars calendars;

    @Inject
    MailSettings settings;

    /**
     * The next mail to be sent. What is not urgent and comes when its recipient is not at work waits until they are, and
     * has not been tried.
     *
     * @return nothing when none is due
     */
    public Optional<Mail> next(Instant now) {
        for (Optional<Mail> taken = take(now); taken.isPresent(); taken = take(now)) {
            Mail mail = taken.get();
            WorkingCalendar calendar = calendarOf(mail.recipient());
            if (mail.tries() > PAUSES.size() + 1) {
                // whoever took it the last time has not come back
                post.end(mail.id(), "DEAD", MailTrouble.CUT_SHORT, now);
            } else if (mail.urgent() || calendar.isOpen(now)) {
                return taken;
            } else {
                post.leave(mail.id(), MailTimes.orOpening(now, calendar));
            }
        }
        return Optional.empty();
    }

    /** What a mail tells; nothing when there is nothing left to tell, or nobody to be told. */
    public Optional<Letter> letter(Mail mail) {
        Optional<Person> recipient = directory
                .now()
                .person(mail.recipient())
                .filter(Person::active)
                .filter(person -> person.email() != null);
        Map<String, List<PostTables.Line>> cases = post.lines(mail.id()).stream()
                .filter(line -> Relevance.holds(line.kind(), line.state(), line.debtor(), mail.recipient()))
                .collect(Collectors.groupingBy(PostTables.Line::caseNumber, LinkedHashMap::new, Collectors.toList()));
        if (recipient.isEmpty() || cases.isEmpty()) {
            return Optional.empty();
        }
        List<Letter.About> abouts = inOrder(cases, post.debts(mail.recipient(), cases.keySet()));
        return Optional.of(new Letter(
                mail.messageId(),
                recipient.get().name(),
                recipient.get().email(),
                Locale.forLanguageTag(
                        Optional.ofNullable(recipient.get().language()).orElse("sv")),
                mail.urgent(),
                abouts.stream().limit(WRITTEN_OUT).toList(),
                Math.max(0, abouts.size() - WRITTEN_OUT)));
    }

    /** It has been taken by the mail server. */
    public void sent(Mail mail, Instant now) {
        post.end(mail.id(), "SENT", null, now);
    }

    /** It had nothing left to tell. */
    public void dropped(Mail mail, Instant now) {
        post.end(mail.id(), "DROPPED", null, now);
    }

    /**
     * It has not been taken: it is tried again later, and later still, unless it never will be; at night only what is
     * urgent.
     *
     * @param reached whether the mail server may have got it all the same
     */
    public void failed(Mail mail, MailTrouble trouble, boolean reached, Instant now) {
        if (trouble == MailTrouble.NO_SUCH_ADDRESS || mail.tries() > PAUSES.size()) {
            post.end(mail.id(), "DEAD", trouble, now);
            return;
        }
        Instant again = now.plus(PAUSES.get(mail.tries() - 1));
        post.putOff(
                mail.id(),
                trouble,
                reached,
                mail.urgent() ? again : MailTimes.orOpening(again, calendarOf(mail.recipient())));
    }

    private WorkingCalendar calendarOf(String recipient) {
        return calendars.of(directory.now().person(recipient).map(Person::unit).orElseGet(() -> directory
                .now()
                .root()
                .path()));
    }

    private Optional<Mail> take(Instant now) {
        return post.take(now, now.plus(settings.longestSending()));
    }

    /** What is owed first, the most urgent first; then what has only happened. */
    private static List<Letter.About> inOrder(Map<String, List<PostTables.Line>> cases, List<PostTables.Debt> debts) {
        List<Letter.About> abouts = new ArrayList<>();
        debts.stream()
                .map(PostTables.Debt::caseNumber)
                .distinct()
                .forEach(number -> abouts.add(about(number, cases.get(number), debts)));
        cases.keySet().stream()
                .filter(number ->
                        abouts.stream().noneMatch(about -> about.caseNumber().equals(number)))
                .toList()
                .forEach(number -> abouts.add(about(number, cases.get(number), debts)));
        return abouts;
    }

    private static Letter.About about(String number, List<PostTables.Line> lines, List<PostTables.Debt> debts) {
        PostTables.Line first = lines.getFirst();
        return new Letter.About(
                number,
                first.sensitive() ? null : first.words(),
                first.sensitive() ? null : first.goal(),
                first.harmed(),
                debts.stream()
                        .filter(debt -> debt.caseNumber().equals(number))
                        .map(PostTables.Debt::owed)
                        .toList(),
                lines.stream()
                        .map(line -> new Letter.Told(
                                line.kind(), line.facts(), line.toldBy(), line.toldFor(), line.toldAt()))
                        .toList());
    }
}
