package se.mandat.web.platform;

import java.time.Instant;
import java.util.Set;

/**
 * What surrounds every page: who reads it, in which language, and where in Mandat they are.
 *
 * @param t how Mandat speaks to this reader
 * @param me the reader, or null when nobody is logged in
 * @param csrf the token that every form sends along
 * @param once names this showing of the page's form, so that sending it twice does it once
 * @param here the chosen entry of the main menu: {@code todo}, {@code raise}, {@code cases}, {@code
 *     changes}, {@code drafts}, {@code absence}, {@code organisation}, {@code processes}, {@code settings}, {@code
 *     steward}, {@code help}, or empty
 * @param address path and query of this page, to come back to
 * @param done what was just done, as the last part of a message key {@code done.…}, or null
 * @param simulated where the clock stands when it is a simulated one, or null
 */
public record Frame(
        Spoken t, Me me, String csrf, String once, String here, String address, String done, Instant simulated) {

    /** Nobody needs to know it more exactly. */
    public static final int MOST_UNREAD = 100;

    private static final Set<String> UNDER_MORE =
            Set.of("drafts", "absence", "organisation", "processes", "settings", "steward", "help");

    /** Where the machine's clock is the time. */
    public Frame(Spoken t, Me me, String csrf, String once, String here, String address, String done) {
        this(t, me, csrf, once, here, address, done, null);
    }

    /**
     * The reader.
     *
     * @param level {@code MANAGER}, {@code FRONTLINE} or {@code STAFF}
     * @param unit the name of the unit, or null for who belongs to none
     * @param mayRaise false for auditors, who read everything and change nothing
     * @param unread how much they have been told and not marked as read, counted no further than {@link #MOST_UNREAD}
     */
    public record Me(
            String username, String name, String level, String unit, boolean mayRaise, boolean steward, int unread) {

        /** Somebody who has read everything. */
        public Me(String username, String name, String level, String unit, boolean mayRaise, boolean steward) {
            this(username, name, level, unit, mayRaise, steward, 0);
        }

        /** The key of the words for what they are here. */
        public String title() {
            return mayRaise ? steward ? "role.steward" : "level." + level : "role.auditor";
        }
    }

    /** Whether this page's entry stands under the menu's last one, with what is not needed every day. */
    public boolean isUnderMore() {
        return UNDER_MORE.contains(here);
    }

    /** The same page, to be come back to at another address than it was asked for at. */
    public Frame at(String otherAddress) {
        return new Frame(t, me, csrf, once, here, otherAddress, done, simulated);
    }

    /** What is unread, as it stands beside To do: {@code 3}, {@code 99+}; null when nothing is. */
    public String unread() {
        if (me == null || me.unread() == 0) {
            return null;
        }
        return me.unread() < MOST_UNREAD ? Integer.toString(me.unread()) : MOST_UNREAD - 1 + "+";
    }

    public boolean loggedIn() {
        return me != null;
    }

    /** Whether the stewards' pages are shown: to stewards, and to auditors, who change nothing there either. */
    public boolean maySteward() {
        return me != null && (me.steward() || !me.mayRaise());
    }

    public boolean mayRaise() {
        return me != null && me.mayRaise();
    }
}
