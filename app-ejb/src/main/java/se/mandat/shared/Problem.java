package se.mandat.shared;

/** How a command can be refused, in the order in which refusals are decided. The reader's words come from its key. */
public enum Problem {
    /** What was named does not exist, or is not for this caller to know of. */
    NOT_FOUND,
    /** The caller's role never may do this, whatever the case. */
    ROLE_FORBIDDEN,
    /** The command says nothing about which version of the case its author had read. */
    VERSION_MISSING,
    /** Somebody else changed the case after the author had read it. */
    CHANGED_MEANWHILE,
    /** It is somebody else's right on this case. */
    NOT_YOUR_RIGHT,
    /** Not in this stage, or no longer true what the author was shown. */
    NOT_NOW,
    /** What was written is missing, too long, out of range, or names somebody unknown. */
    INVALID
}
