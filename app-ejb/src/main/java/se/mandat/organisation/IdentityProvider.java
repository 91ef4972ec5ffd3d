package se.mandat.organisation;

/** Where units, people and roles are kept. */
interface IdentityProvider {

    /**
     * Reads all of the organisation.
     *
     * @throws ReadingRefused when not all of it could be read
     */
    Register read() throws ReadingRefused;
}
