package se.mandat.invariants;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import se.mandat.running.RunningSystem;

/** The application's inside, as far as tests may reach into it. */
final class Inside {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final RunningSystem system;

    Inside(RunningSystem system) {
        this.system = system;
    }

    /** Lets it be this time in Stockholm, {@code 2027-03-25T16:30}, until another is said. */
    Instant itIs(String local) {
        Instant at = at(local);
        itIs(at);
        return at;
    }

    void itIs(Instant at) {
        pull("clock", at.toString());
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    /**
     * Lets time pass until then; whatever is due of this case on the way happens at its moment, and of no other.
     *
     * @return the moments at which something was due, in Stockholm
     */
    List<String> letTimePass(String caseNumber, String local) {
        return pull("due", caseNumber + " " + at(local))
                .lines()
                .map(moment -> Instant.parse(moment)
                        .atZone(STOCKHOLM)
                        .toLocalDateTime()
                        .toString())
                .toList();
    }

    /** It is this time in Stockholm, and all that is due by then of every case happens now. */
    void everythingHappensAt(String local) {
        pull("all", at(local).toString());
    }

    /** Whether a case is held by what a timer of its process's own does to it. */
    boolean isHeldByATimerOfItsOwn(String caseNumber) {
        return pull("step", caseNumber).equals("held");
    }

    /** What is owed on the case is held by those who should hold it now, since somebody has gone away or come back. */
    void standInsAreSettled(String caseNumber) {
        if (!Boolean.parseBoolean(pull("stand-ins", caseNumber))) {
            throw new IllegalStateException("not settled: " + caseNumber);
        }
    }

    /** It is this time in Stockholm, and what everybody owes is held by whoever should hold it; answers the next turn, if any. */
    Optional<Instant> everybodyIsStoodInForAt(String local) {
        String next = pull("everybody", at(local).toString());
        return Optional.of(next).filter(said -> !said.isEmpty()).map(Instant::parse);
    }

    /** When it is next looked through who stands in for whom; now, when something of that has changed. */
    Optional<Instant> nextTurn() {
        return Optional.of(pull("turn", "")).filter(said -> !said.isEmpty()).map(Instant::parse);
    }

    /** It is this time in Stockholm, and the post that is due by then is sorted and sent now. */
    void postGoesAt(String local) {
        pull("post", at(local).toString());
    }

    /** What follows from changed closing days has been worked out when this returns. */
    void dueTimesFollow() {
        pull("calendars", "");
    }

    void followTheMachine() {
        pull("machine", "");
    }

    /** Reads the identity provider now; everything that follows from it has happened when this returns. */
    boolean readTheDirectory() {
        return Boolean.parseBoolean(pull("reading", ""));
    }

    /** Where the case stands in its process; empty when that has ended. */
    String position(String caseNumber) {
        return pull("position", caseNumber);
    }

    /** Of each kept answer of the mandate: case, route and rule as kept, route and rule as the table answers again. */
    List<String[]> mandatesAskedAgain() {
        return pull("mandates", "").lines().map(line -> line.split(" ")).toList();
    }

    /** What the domain says to a debt that is paid twice within one transaction, which is undone. */
    String fulfilTwice(String obligation) {
        return pull("twice", obligation);
    }

    /** Forgets the keys of commands that are old enough. */
    void forgetOldKeys() {
        pull("keys", "");
    }

    /** Lets the case's history say that a text was erased. */
    void sayErased(String caseNumber, String text) {
        pull("erasure", caseNumber + " " + text);
    }

    private String pull(String lever, String with) {
        URI address =
                system.at("/inside/levers?pull=" + lever + "&with=" + URLEncoder.encode(with, StandardCharsets.UTF_8));
        HttpResponse<String> answer = system.send(HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(lever + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
