package se.mandat.organisation;

import java.util.Locale;

/** What a person is in general; the realm's roles bear the same names in lower case. */
public enum Role {
    MANAGER,
    FRONTLINE,
    AUDITOR,
    STEWARD,
    DPO;

    /** The name of the role in the identity provider and in tokens. */
    public String realmName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
