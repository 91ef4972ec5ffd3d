package se.mandat.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingCalendars;
import se.mandat.worktime.WorkingTime;

/**
 * Says of everything that somebody was told when it is to be mailed, and puts what goes in one go to one person into one
 * mail. It happens after the command that told it, so that no command pays for it.
 */
@Stateless
@RolesAllowed("system")
public class SortPost {

    /** What is older than that when it is sorted can be read in the application; what is still owed is mailed. */
    private static final WorkingTime NEWS = WorkingTime.days(5);

    /** Five working days are longer than that, whichever they are. */
    private static final Duration NEWS_FOR_SURE = Duration.ofDays(4);

    @Inject
    PostTables post;

    @Inject
    Directory directory;

    @Inject
    WorkingCalendars calendars;

    @Inject
    MailSettings settings;

    /**
     * Sorts what has not been sorted.
     *
     * @return whether there was any
     */
    public boolean sort(Instant now, int limit) {
        List<PostTables.Unsorted> unsorted = post.unsorted(limit);
        unsorted.stream()
                .filter(PostTables.Unsorted::harmed)
                .collect(Collectors.toMap(PostTables.Unsorted::caseNumber, m -> m, (one, other) -> one))
                .values()
                .forEach(this::tellThoseInCharge);
        post.sort(unsorted.stream().map(message -> sorted(message, now)).toList());
        return !unsorted.isEmpty();
    }

    /**
     * No mail is sent from here just now: what waits goes on waiting as long as it is news, and is for the application
     * alone after that.
     *
     * @return whether there was any such
     */
    public boolean leaveUnmailed(Instant now, int limit) {
        List<PostTables.Sorted> old = post.waitingSince(now.minus(NEWS_FOR_SURE), limit).stream()
                .filter(told -> isOld(
                        told.at(),
                        calendarOf(directory.now().person(told.recipient()).orElse(null)),
                        now))
                .map(told -> new PostTables.Sorted(told.id(), null, false))
                .toList();
        post.sort(old);
        return !old.isEmpty();
    }

    /** Those for whom something is to be mailed by now. */
    public List<String> due(Instant now) {
        return post.due(now);
    }

    /**
     * Puts what is to be mailed to this person by now into a mail. Whatever else waits for them goes along, so that they
     * are not mailed again soon; what is urgent takes only what is about the same case. While no mail gets through, it is
     * put into the one that waits.
     */
    public void gather(String recipient, Instant now) {
        if (!post.lockPostOf(recipient)) {
            return;
        }
        List<PostTables.Waiting> waiting = post.waitingFor(recipient);
        Set<String> urgent = waiting.stream()
                .filter(PostTables.Waiting::urgent)
                .filter(message -> !message.mailAt().isAfter(now))
                .map(PostTables.Waiting::caseNumber)
                .collect(Collectors.toSet());
        List<PostTables.Waiting> due = waiting.stream()
                .filter(message -> !message.urgent() && !message.mailAt().isAfter(now))
                .toList();
        WorkingCalendar calendar = calendarOf(directory.now().person(recipient).orElse(null));
        boolean everything = !due.isEmpty() && calendar.isOpen(now);
        if (!everything) {
            // nobody looked when it was due, and now it is night
            Instant opening = MailTimes.orOpening(now, calendar);
            post.sort(due.stream()
                    .map(message -> new PostTables.Sorted(message.id(), opening, false))
                    .toList());
        }
        List<UUID> gathered = waiting.stream()
                .filter(message -> everything || urgent.contains(message.caseNumber()))
                .map(PostTables.Waiting::id)
                .toList();
        if (!gathered.isEmpty()) {
            post.gather(mailTo(recipient, !urgent.isEmpty(), now), gathered);
        }
    }

    private UUID mailTo(String recipient, boolean urgent, Instant now) {
        return post.reopen(recipient, urgent, now).orElseGet(() -> {
            UUID mail = UUID.randomUUID();
            post.begin(mail, settings.messageId(mail), recipient, urgent, now);
            return mail;
        });
    }

    /** When there is next something to sort, to put into a mail, or to send. */
    public Optional<Instant> nextAt() {
        return post.nextAt();
    }

    /** The same, later than this. */
    public Optional<Instant> nextAfter(Instant moment) {
        return post.nextAfter(moment);
    }

    private PostTables.Sorted sorted(PostTables.Unsorted message, Instant now) {
        Optional<Person> recipient = directory
                .now()
                .person(message.recipient())
                .filter(Person::active)
                .filter(person -> person.email() != null);
        if (recipient.isEmpty()) {
            return new PostTables.Sorted(message.id(), null, false);
        }
        WorkingCalendar calendar = calendarOf(recipient.get());
        if (isOld(message.toldAt(), calendar, now) && !Relevance.tellsOfDebt(message.kind())) {
            return new PostTables.Sorted(message.id(), null, false);
        }
        boolean urgent = message.harmed()
                && (message.decides()
                        || message.recipient().equals(message.owner())
                        || leads(message.leadUnit(), message.recipient()));
        return new PostTables.Sorted(
                message.id(), MailTimes.mailAt(message.toldAt(), message.choice(), urgent, calendar), urgent);
    }

    private static boolean isOld(Instant told, WorkingCalendar calendar, Instant now) {
        return calendar.plus(told, NEWS).isBefore(now);
    }

    /** A customer came to harm: the lead unit's manager, the owner and who decides get to know, whatever else happens. */
    private void tellThoseInCharge(PostTables.Unsorted message) {
        Set<String> inCharge = new LinkedHashSet<>(post.deciders(message.caseNumber()));
        Stream.concat(
                        Stream.ofNullable(message.owner()),
                        directory.now().line(message.leadUnit()).stream()
                                .limit(1)
                                .map(Person::username))
                .forEach(inCharge::add);
        inCharge.forEach(person -> post.tellOfHarm(message.caseNumber(), person));
    }

    /** That of their unit; who belongs to none or several has that of the whole. */
    private WorkingCalendar calendarOf(Person person) {
        return calendars.of(
                person == null || person.unit() == null ? directory.now().root().path() : person.unit());
    }

    private boolean leads(String unit, String person) {
        return directory.now().line(unit).stream().limit(1).anyMatch(manager -> manager.username()
                .equals(person));
    }
}
