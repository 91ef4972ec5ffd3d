package se.mandat.cases;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.mandat.shared.Outcome;

/** What customers have said about the matter of a case, and what follows from it: how severe it is, and for whom to read. */
@Embeddable
class Voices {

    @Enumerated(EnumType.STRING)
    private Outcome severity;

    private boolean sensitive;

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<CustomerVoice> all = new ArrayList<>();

    void add(UUID id, Case of, VoiceGiven given, String by, Instant now) {
        all.add(new CustomerVoice(id, of, all.size(), given, by, now));
        sensitive |= given.isSensitive();
    }

    /** Takes over a voice of a case that goes on as this one. */
    void take(UUID id, Case of, CustomerVoice taken) {
        all.add(new CustomerVoice(id, of, all.size(), taken));
        sensitive |= taken.sensitive();
    }

    void correct(UUID voice, Outcome outcome) {
        all.stream().filter(each -> each.id().equals(voice)).forEach(each -> each.correct(outcome));
    }

    void severity(Outcome now) {
        severity = now;
    }

    Outcome severity() {
        return severity;
    }

    /** The worst that any of them tells of. */
    Outcome worst() {
        return all.stream().map(CustomerVoice::outcome).reduce(Outcome.REACHED, Outcome::worst);
    }

    boolean sensitive() {
        return sensitive;
    }

    List<CustomerVoice> all() {
        return List.copyOf(all);
    }

    int count() {
        return all.size();
    }

    /** Those that came when so many were there already. */
    List<CustomerVoice> after(int known) {
        return List.copyOf(all.subList(known, all.size()));
    }
}
