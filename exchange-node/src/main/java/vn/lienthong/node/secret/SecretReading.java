package vn.lienthong.node.secret;

import java.io.IOException;
import java.util.List;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.identity.LoginName;

/**
 * Documents of the secret area for those who may know of them.
 *
 * <p>Guarantees: without clearance and need to know nothing is said, not even that something is there; every look is recorded before
 * anything is given out; a document opens only with unlocked keys, and where the agency demands it only with a second person's.
 */
public interface SecretReading {

    /**
     * What the caller may know of, newest first.
     *
     * @param words all must occur in subject, code, type or sender, whatever the accents; empty for everything
     * @return at most 200, out of the youngest 1000 that the caller may know of
     */
    SecretAnswer<List<SecretLine>> list(SecretCaller caller, String words);

    /** What is written about one of them; the look is recorded. */
    SecretAnswer<SecretView> find(SecretCaller caller, SecretId id);

    /**
     * Gives the octets of a file; needs unlocked keys and the second factor, and the second person's consent where demanded.
     *
     * @param reason why; needed for printing and downloading, and for viewing from the level that the policy names
     * @throws IOException when the store fails
     */
    SecretAnswer<SecretContent> file(SecretCaller caller, SecretId id, int number, LookPurpose purpose, String reason)
            throws IOException;

    /** Checks what the package says about its release; needs unlocked keys like a file. */
    SecretAnswer<ReleaseProof> proof(SecretCaller caller, SecretId id) throws IOException;

    /** Asks the other kind of person for consent to open it. */
    SecretAnswer<Boolean> askConsent(SecretCaller caller, SecretId id, String reason);

    /** Consents for fifteen minutes to the opening that somebody asked for; needs unlocked keys and the second factor. */
    SecretAnswer<Boolean> consent(SecretCaller caller, SecretId id, LoginName asking);

    /** Takes the document over, with evidence to the sender; needs unlocked keys, as its content is checked. */
    SecretAnswer<Boolean> handOver(SecretCaller caller, SecretId id) throws IOException;

    /**
     * Refuses the document, with evidence to the sender, who hears the reason and no words.
     */
    SecretAnswer<Boolean> refuse(SecretCaller caller, SecretId id, ClerkReason reason);
}
