package vn.lienthong.node.secret;

import java.time.Duration;
import java.util.List;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;

/** What the first page of the secret area says, and whether there is one. */
public interface SecretArea {

    /** Whether the area exists for this person at this agency; otherwise every address of it is an unknown path. */
    boolean visible(Person person, AgencyCode agency);

    /** The highest level that this installation and the person may handle for the agency; ordinary when none. */
    Secrecy level(Person person, AgencyCode agency);

    /** How much waits for the caller. */
    SecretAnswer<Waiting> waiting(SecretCaller caller);

    /**
     * Agencies to which a document of this level may go, by name.
     *
     * @param words all must occur in name or code, whatever the accents; nothing is found without words
     * @return at most 50
     */
    SecretAnswer<List<Recipient>> recipients(SecretCaller caller, Secrecy level, String words);

    /** The rules of an agency. */
    Policy policy(AgencyCode agency);

    /** Changes the rules of the caller's agency; a leader's act, recorded. */
    SecretAnswer<Policy> change(SecretCaller caller, Policy policy);

    /**
     * How much waits.
     *
     * @param toRelease documents for the caller to release
     * @param arrived documents that nobody has taken over
     * @param cooling own documents that cool off
     * @param returned own drafts that came back
     * @param consents openings that ask for the caller's consent
     */
    record Waiting(int toRelease, int arrived, int cooling, int returned, int consents) {}

    /**
     * An agency that may receive state secrets.
     *
     * @param code its code
     * @param name its name
     * @param upTo the level that its installation is approved for
     */
    record Recipient(AgencyCode code, String name, Secrecy upTo) {}

    /**
     * Rules of an agency.
     *
     * @param coolingOff how long an approved document waits
     * @param coolingOffExpress the same for express documents, at most two minutes
     * @param twoToOpen whether documents of the highest level are opened by two
     * @param reasonFrom the level from which a look needs a reason
     */
    record Policy(Duration coolingOff, Duration coolingOffExpress, boolean twoToOpen, Secrecy reasonFrom) {}
}
