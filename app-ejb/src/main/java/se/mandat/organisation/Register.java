package se.mandat.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The units and accounts of an organisation, as the identity provider answers them or as they were kept last.
 *
 * @param deputy the user name on the root, or null
 * @param absences who is away when, which the identity provider knows nothing of
 */
record Register(Map<String, Unit> units, Map<String, Account> accounts, String deputy, List<Absence> absences) {

    static final Register EMPTY = new Register(Map.of(), Map.of(), null, List.of());

    Register {
        units = new TreeMap<>(units);
        accounts = new TreeMap<>(accounts);
        absences = List.copyOf(absences);
    }

    static Register of(Collection<Unit> units, Collection<Account> accounts, String deputy) {
        return new Register(
                units.stream().collect(Collectors.toMap(Unit::path, Function.identity())),
                accounts.stream().collect(Collectors.toMap(Account::username, Function.identity())),
                deputy,
                List.of());
    }

    Register with(List<Absence> known) {
        return new Register(units, accounts, deputy, known);
    }

    Organisation organisation() {
        if (units.isEmpty()) {
            return Organisation.nobody();
        }
        Set<String> managers = units.values().stream()
                .map(Unit::manager)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Organisation.of(
                        units.values(),
                        accounts.values().stream()
                                .map(account -> account.person(managers))
                                .toList(),
                        deputy)
                .with(absences);
    }

    /**
     * What has to be written for this register to become {@code answered}. Who is missing there becomes inactive.
     *
     * @throws ReadingRefused when the answer cannot be the whole of this organisation
     */
    Differences differencesTo(Register answered) throws ReadingRefused {
        answered.assertWhole();
        assertSameOrganisationAs(answered);
        Map<String, Account> after = new TreeMap<>(answered.accounts);
        accounts.forEach((username, account) -> after.putIfAbsent(username, account.gone()));

        List<Unit> changedUnits = answered.units.values().stream()
                .filter(unit -> !unit.equals(units.get(unit.path())))
                .toList();
        Set<String> dissolved = new HashSet<>(units.keySet());
        dissolved.removeAll(answered.units.keySet());
        List<Account> changedAccounts = new ArrayList<>();
        Set<String> left = new HashSet<>();
        for (Account account : after.values()) {
            Account before = accounts.get(account.username());
            if (!account.equals(before)) {
                changedAccounts.add(account);
            }
            if (before != null && before.mayHold() && !account.mayHold()) {
                left.add(account.username());
            }
        }
        Register next = new Register(answered.units, after, answered.deputy, absences);
        return new Differences(
                next, changedUnits, dissolved, changedAccounts, !Objects.equals(deputy, next.deputy), left);
    }

    private void assertWhole() throws ReadingRefused {
        if (units.isEmpty()) {
            throw new ReadingRefused("it answers no units");
        }
        if (units.values().stream().filter(unit -> unit.parent() == null).count() != 1) {
            throw new ReadingRefused("it answers more than one unit at the top, or none");
        }
        if (units.values().stream().anyMatch(unit -> unit.parent() != null && !units.containsKey(unit.parent()))) {
            throw new ReadingRefused("it answers a unit without the unit above it");
        }
        if (accounts.values().stream()
                .noneMatch(account -> account.active() && !account.units().isEmpty())) {
            throw new ReadingRefused("it answers nobody active in any unit");
        }
    }

    /** An answer in which nobody of those who worked here is left is another realm's, or one that was emptied. */
    private void assertSameOrganisationAs(Register answered) throws ReadingRefused {
        boolean somebodyWorksHere = accounts.values().stream().anyMatch(Account::active);
        boolean somebodyStays = accounts.values().stream()
                .filter(Account::active)
                .map(account -> answered.accounts.get(account.username()))
                .anyMatch(account -> account != null && account.active());
        if (somebodyWorksHere && !somebodyStays) {
            throw new ReadingRefused("it answers nobody of those who work here");
        }
    }
}
