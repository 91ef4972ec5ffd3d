package se.mandat.cases;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people have begun beside the main line of a case, in order. */
@Embeddable
class Matters {

    @Column(name = "matter_count")
    private int count;

    /** How many there were when an owner was last named by a decision. */
    @Column(name = "matters_before_owner")
    private int beforeOwner;

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Matter> all = new ArrayList<>();

    Matter begin(UUID id, Case of, MatterKind kind, String by, Instant now) {
        Matter begun = new Matter(id, of, count, kind, by, now);
        all.add(begun);
        count++;
        return begun;
    }

    /** Whatever has not ended, has lost its ground. */
    void cancelOpen(Instant now) {
        cancelOpen(all(), now);
    }

    /** Whatever of this kind has not ended, has lost its ground. */
    void cancelOpen(MatterKind kind, Instant now) {
        cancelOpen(all(kind), now);
    }

    private static void cancelOpen(List<Matter> matters, Instant now) {
        matters.stream().filter(Matter::isOpen).forEach(matter -> matter.ended(MatterState.CANCELLED, null, null, now));
    }

    List<Matter> all() {
        // the database need not be asked for what is counted as nothing
        return count == 0 ? List.of() : List.copyOf(all);
    }

    List<Matter> all(MatterKind kind) {
        return all().stream().filter(matter -> matter.kind() == kind).toList();
    }

    /** The open one of this kind that was begun last. */
    Optional<Matter> open(MatterKind kind) {
        return all(kind).stream().filter(Matter::isOpen).reduce((first, last) -> last);
    }

    /** @throws IllegalArgumentException when there is no such matter */
    Matter get(UUID id) {
        return all().stream()
                .filter(matter -> matter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No matter " + id));
    }

    /** Those who have sent a decision on since they are disqualified. */
    Set<String> disqualified() {
        return all(MatterKind.REFERRAL).stream()
                .filter(referral -> referral.state() == MatterState.REFUSED)
                .map(Matter::begunBy)
                .collect(Collectors.toSet());
    }

    /** Whether the raiser can still appeal; once on a case. */
    boolean appealRemains() {
        return all(MatterKind.APPEAL).stream().allMatch(appeal -> appeal.state() == MatterState.CANCELLED);
    }

    /** A decision names an owner: whoever declined before that has declined something else. */
    void ownerNamed() {
        beforeOwner = count;
    }

    /** Who has named somebody better to own the case since a decision named an owner. */
    List<String> declined() {
        return all().stream()
                .skip(beforeOwner)
                .filter(matter -> matter.kind() == MatterKind.DECLINE)
                .map(Matter::begunBy)
                .toList();
    }

    boolean anyContributionDone() {
        return all(MatterKind.CONTRIBUTION).stream().anyMatch(matter -> matter.state() == MatterState.GRANTED);
    }

    /** Who has done what they were asked to contribute, in any round. */
    List<String> contributed() {
        return all(MatterKind.CONTRIBUTION).stream()
                .filter(contribution -> contribution.state() == MatterState.GRANTED)
                .map(Matter::endedBy)
                .toList();
    }

    /** Who is asked to contribute, or has. */
    List<String> askedToContribute() {
        return all(MatterKind.CONTRIBUTION).stream()
                .filter(contribution -> contribution.state() != MatterState.CANCELLED)
                .map(Matter::person)
                .toList();
    }
}
